// Package main has its servers made by fx.
package main

import (
	"net/http"
	"os"

	"go.uber.org/fx"

	"noshutdown/hookpackages/web"
)

func main() {
	fx.New(
		fx.Provide(
			func() string { return os.Getenv("ADDR") },
			http.NewServeMux,
			web.Forgotten, web.Silent, web.Stopped,
		),
		fx.Invoke(func(*http.Server) {}),
	).Run()
}
