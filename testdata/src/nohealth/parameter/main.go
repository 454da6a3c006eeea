// Package main serves a handler that it gets from a channel.
package main

import (
	"net/http"
)

func main() {
	handlers := make(chan http.Handler, 1)
	http.ListenAndServe(":8080", <-handlers)
}
