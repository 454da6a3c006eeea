// Package main adds to the address in a loop.
package main

import (
	"net/http"
)

func main() {}

func listen() {
	s := ":"
	for range 3 {
		s += "8"
	}
	http.ListenAndServe(s, nil)
}
