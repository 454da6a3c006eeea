// Package main puts the colon to PORT, always.
package main

import (
	"net/http"
	"os"
)

func colonAddedAlways() {
	addr := os.Getenv("PORT")
	if addr == "" {
		addr = "8080"
	}
	addr = ":" + addr
	http.ListenAndServe(addr, nil)
}

func main() { colonAddedAlways() }
