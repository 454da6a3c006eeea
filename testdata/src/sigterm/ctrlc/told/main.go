// Package main tells the library of the signal that platforms send.
package main

import (
	"net/http"
	"syscall"

	"github.com/zenazn/goji"
	"github.com/zenazn/goji/graceful"
)

func main() {
	graceful.AddSignal(syscall.SIGTERM)
	goji.Get("/hello", func(w http.ResponseWriter, r *http.Request) {})
	goji.Serve()
}
