// Package main redirects on port 80 for the TLS that another package serves.
package main

import (
	"net/http"

	"hardcodedport/tlsimported/secure"
)

func main() {
	go http.ListenAndServe(":80", http.NotFoundHandler())
	secure.Serve()
}
