// Package main has fx start the server.
package main

import (
	"net/http"

	"go.uber.org/fx"

	"listenerr/hookpackages/web"
)

func routes() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	return mux
}

func main() {
	fx.New(
		fx.Provide(routes, web.Logged), // want `ListenAndServe is only logged`
		fx.Invoke(func(*http.Server) {}),
	).Run()
}
