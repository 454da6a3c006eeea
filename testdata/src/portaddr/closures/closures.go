// Package main listens in function literals, init and package variables.
package main

import (
	"net"
	"net/http"
	"os"
)

var addr = os.Getenv("ADDR")

var listener, _ = net.Listen("tcp", "8080") // want `address "8080" has no colon`

func init() {
	go func() {
		http.ListenAndServe("8081", nil) // want `address "8081" has no colon`
	}()
}

func main() {
	port := os.Getenv("CLOSURE")
	go func() {
		http.ListenAndServe(":"+port, nil) // want `environment variable "CLOSURE" decides`
	}()
	start := func(addr string) { http.ListenAndServe(addr, nil) }
	start("8082")                  // want `address "8082" has no colon`
	http.ListenAndServe(addr, nil) // want `environment variable "ADDR" decides`

	// A closure that looks at the value checks it.
	other := os.Getenv("OTHER")
	ok := func() bool { return other != "" }
	if ok() {
		http.ListenAndServe(":"+other, nil)
	}
}
