// Package api has a port of its own, and a default.
package api

import (
	"cmp"
	"context"
	"net/http"
	"os"

	"go.uber.org/fx"
)

func start(lc fx.Lifecycle) {
	srv := &http.Server{Addr: ":" + cmp.Or(os.Getenv("API_PORT"), "8080")}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error { go srv.ListenAndServe(); return nil },
		OnStop:  srv.Shutdown,
	})
}

var Module = fx.Module("api", fx.Invoke(start))
