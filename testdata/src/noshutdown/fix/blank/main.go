// Package main drops the error by name.
package main

import "net/http"

func main() {
	_ = http.ListenAndServe(":8080", http.NotFoundHandler()) // want "gives no handle"
}
