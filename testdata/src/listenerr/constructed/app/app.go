// Package app knows what the server is for.
package app

import (
	"net/http"

	"listenerr/constructed/web"
)

func New() *web.Server {
	return web.New(routes()) // want `the error of \(\*http.Server\).ListenAndServe is dropped.*called at web.go:32`
}

func Telling() *web.Server { return web.NewTelling(routes()) }

func routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	return mux
}
