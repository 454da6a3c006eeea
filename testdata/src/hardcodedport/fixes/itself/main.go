// Package main asks itself at the same port: no fix.
package main

import "net/http"

func main() {
	go http.Get("http://localhost:8080/warm-up")
	http.ListenAndServe(":8080", nil) // want `port "8080"`
}
