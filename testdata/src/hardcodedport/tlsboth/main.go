// Package main serves both, on the ports of the web.
package main

import "net/http"

func main() {
	go http.ListenAndServe(":http", nil)
	http.ListenAndServeTLS(":https", "cert.pem", "key.pem", nil)
}
