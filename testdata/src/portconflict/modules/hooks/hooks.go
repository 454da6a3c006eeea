// Package hooks has the same default.
package hooks

import (
	"cmp"
	"context"
	"net/http"
	"os"

	"go.uber.org/fx"
)

func start(lc fx.Lifecycle) {
	srv := &http.Server{Addr: ":" + cmp.Or(os.Getenv("HOOKS_PORT"), "8080")}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error { go srv.ListenAndServe(); return nil },
		OnStop:  srv.Shutdown,
	})
}

// optional starts another one, if it is asked to.
func optional(lc fx.Lifecycle) {
	if os.Getenv("PREVIEW") == "" {
		return
	}
	srv := &http.Server{Addr: ":" + cmp.Or(os.Getenv("PREVIEW_PORT"), "8080")}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error { go srv.ListenAndServe(); return nil },
		OnStop:  srv.Shutdown,
	})
}

var Module = fx.Module("hooks", fx.Invoke(start))

var Preview = fx.Module("preview", fx.Invoke(optional))
