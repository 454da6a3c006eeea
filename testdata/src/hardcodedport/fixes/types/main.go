// Package main has a type of its own for addresses: no fix.
package main

import "net/http"

type address string

func serve(a address) error { return http.ListenAndServe(string(a), nil) }

func main() {
	serve(":8080") // want `port "8080"`
}
