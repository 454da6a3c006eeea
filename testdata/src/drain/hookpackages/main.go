// Package main has fx call the hooks.
package main

import (
	"net/http"

	"go.uber.org/fx"

	"drain/hookpackages/web"
)

func main() {
	fx.New(
		fx.Provide(http.NewServeMux, func(mux *http.ServeMux) *http.Server { return &http.Server{Handler: mux} }, web.Leaving),
		fx.Invoke(web.Literal, web.Waiting, func(*web.Server) {}),
	).Run()
}
