// Package main puts the colon to PORT in a function for that.
package main

import (
	"net"
	"net/http"
	"os"
	"strings"
)

func getenv(key, fallback string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return fallback
}

func normalize(addr string) string {
	if strings.Contains(addr, ":") {
		return addr
	}
	return net.JoinHostPort("", addr)
}

func colonAddedElsewhere() {
	http.ListenAndServe(normalize(getenv("PORT", "8084")), nil)
}

func main() { colonAddedElsewhere() }
