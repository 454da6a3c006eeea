// Package main serves TLS on 443 when it has a certificate.
package main

import (
	"net/http"
	"os"
)

func main() {
	cert := os.Getenv("CERT")
	if cert != "" {
		http.ListenAndServeTLS(":443", cert, os.Getenv("KEY"), nil)
	} else {
		http.ListenAndServe(":"+os.Getenv("PORT"), nil)
	}
}
