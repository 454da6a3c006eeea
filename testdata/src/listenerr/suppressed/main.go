// Package main says why.
package main

import (
	"net/http"
	"os"
)

func main() {
	files := http.FileServer(http.Dir("."))
	//portvet:ignore listenerr -- the page is a convenience
	go http.ListenAndServe(os.Getenv("ADDR"), nil)
	go http.ListenAndServe(os.Getenv("ADMIN"), files) // nolint:errcheck,gosec
	go http.ListenAndServe(os.Getenv("FILES"), files) //nolint:gosec // want "the error of http.ListenAndServe is dropped"
	select {}
}
