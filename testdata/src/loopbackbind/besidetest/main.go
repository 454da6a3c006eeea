// Package main listens elsewhere only in its mock.
package main

import "net/http"

func main() {
	http.ListenAndServe("localhost:8080", http.NotFoundHandler()) // want `host "localhost"`
}
