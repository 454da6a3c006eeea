// Package main builds the address by and by.
package main

import (
	"net/http"
)

func main() {}

func add() {
	built := ":"
	built += "8116"
	http.ListenAndServe(built, nil) // want `port "8116"`
}
