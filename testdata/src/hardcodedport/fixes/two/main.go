// Package main has two servers, and nothing says which one PORT is for: no fix.
package main

import "net/http"

func main() {
	go http.ListenAndServe(":8080", http.NotFoundHandler()) // want `port "8080"`
	http.ListenAndServe(":8081", nil)                       // want `port "8081"`
}
