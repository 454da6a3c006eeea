// Package main also listens where others can connect.
package main

import (
	"net/http"
	"os"
)

func main() {
	go http.ListenAndServe("127.0.0.1:8081", http.NotFoundHandler())
	http.ListenAndServe(":"+os.Getenv("PORT"), http.NewServeMux())
}
