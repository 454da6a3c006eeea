// Package main serves port 80, and no TLS.
package main

import "net/http"

func main() {
	http.ListenAndServe(":80", nil) // want `port "80"`
}
