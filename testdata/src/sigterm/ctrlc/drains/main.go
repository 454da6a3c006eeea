// Package main leaves its drain to a library that hears of Ctrl-C only.
package main

import (
	"net/http"

	"github.com/zenazn/goji"
)

func main() {
	goji.Get("/hello", func(w http.ResponseWriter, r *http.Request) {})
	goji.Serve() // want `only SIGINT is waited for in goji.Serve and not SIGTERM, so the graceful stop never runs`
}
