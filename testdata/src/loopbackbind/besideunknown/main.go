// Package main also listens on an address that is not known.
package main

import (
	"net/http"
	"os"
)

func main() {
	go http.ListenAndServe("127.0.0.1:8081", http.NotFoundHandler())
	http.ListenAndServe(os.Getenv("ADDR"), http.NotFoundHandler())
}
