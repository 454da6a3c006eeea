// Package main serves TLS and not, on ports that are not those of the web.
package main

import "net/http"

func main() {
	go http.ListenAndServe(":8080", nil)                        // want `port "8080"`
	http.ListenAndServeTLS(":8443", "cert.pem", "key.pem", nil) // want `port "8443"`
}
