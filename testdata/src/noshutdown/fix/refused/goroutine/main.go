// Package main serves in a goroutine.
package main

import "net/http"

func main() {
	done := make(chan error)
	go func() { done <- http.ListenAndServe(":8080", nil) }() // want "gives no handle"
	panic(<-done)
}
