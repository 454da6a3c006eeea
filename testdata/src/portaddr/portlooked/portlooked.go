// Package main looks whether PORT has a colon.
package main

import (
	"net/http"
	"os"
)

func looked() {
	port := os.Getenv("PORT")
	if port[0] == ':' {
		http.ListenAndServe(port, nil)
		return
	}
	http.ListenAndServe(":"+port, nil)
}

func main() { looked() }
