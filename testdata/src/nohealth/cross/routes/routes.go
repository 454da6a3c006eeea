// Package routes registers and serves for others.
package routes

import "net/http"

func Register(mux *http.ServeMux) {
	mux.HandleFunc("/items", func(w http.ResponseWriter, r *http.Request) {})
}

func New() http.Handler {
	mux := http.NewServeMux()
	Register(mux)
	return mux
}

func Serve(h http.Handler) error { return http.ListenAndServe(":8081", h) }
