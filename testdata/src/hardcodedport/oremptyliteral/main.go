// Package main has an empty literal before another.
package main

import (
	"cmp"
	"net/http"
)

func main() {}

func or() {
	http.ListenAndServe(cmp.Or("", ":8130"), nil) // want `port "8130"`
}
