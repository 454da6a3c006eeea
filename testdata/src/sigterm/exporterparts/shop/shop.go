// Package shop serves orders.
package shop

import (
	"net/http"
	"os"
)

func Start(orders http.Handler) {
	go http.ListenAndServe(os.Getenv("SHOP_ADDR"), orders)
}
