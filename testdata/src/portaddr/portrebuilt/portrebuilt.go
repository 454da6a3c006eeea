// Package main makes an address of PORT in ways that are not followed.
package main

import (
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

func rebuilt() {
	http.ListenAndServe(strings.Join([]string{"", getenv("PORT", "8085")}, ":"), nil)
	http.ListenAndServe(strings.Replace(os.Getenv("PORT"), "tcp://", "", 1), nil)
}

func main() { rebuilt() }
