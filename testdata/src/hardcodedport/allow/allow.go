// Package main listens on ports that the test allows, 9443 and 9444, and on one that it does not.
package main

import (
	"net/http"
	"os"
)

func main() {
	http.ListenAndServe(":9443", nil)
	addr := ":9443"
	if len(os.Args) > 1 {
		addr = ":9444"
	}
	http.ListenAndServe(addr, nil)
}

func one() {
	addr := ":9443"
	if len(os.Args) > 1 {
		addr = ":9445"
	}
	http.ListenAndServe(addr, nil) // want `port "9443" or "9445"`
}
