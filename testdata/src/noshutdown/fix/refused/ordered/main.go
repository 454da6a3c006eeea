// Package main asks for the certificate before it serves, and says so.
package main

import (
	"log"
	"net/http"
)

func main() {
	log.Fatal(http.ListenAndServeTLS(":8443", certificate(), "key.pem", nil)) // want "gives no handle"
}

func certificate() string {
	log.Print("asked")
	return "cert.pem"
}
