// Package main has a line for each argument.
package main

import (
	"log"
	"net/http"
)

const cert = "cert.pem"

func main() {
	log.Fatal(http.ListenAndServeTLS( // want "gives no handle"
		":8443",
		cert,
		"key.pem",
		http.FileServer(http.Dir("public")),
	))
}
