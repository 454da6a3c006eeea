// Package main says why.
package main

import (
	"net/http"
	"os"
)

func main() {
	//portvet:ignore listenerr -- the page is a convenience
	go http.ListenAndServe(os.Getenv("ADDR"), nil)
	select {}
}
