// Package main puts the colon to PORT when it has none.
package main

import (
	"net/http"
	"os"
	"strings"
)

func colonAdded() {
	port := os.Getenv("PORT")
	if !strings.HasPrefix(port, ":") {
		port = ":" + port
	}
	http.ListenAndServe(port, nil)
}

func main() { colonAdded() }
