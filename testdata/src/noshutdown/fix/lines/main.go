// Package main has a line for each argument, and a comment on one.
package main

import (
	"log"
	"net/http"
)

func main() {
	log.Fatal(http.ListenAndServe( // want "gives no handle"
		":8080", // in the clear: the proxy does TLS
		nil,
	))
}
