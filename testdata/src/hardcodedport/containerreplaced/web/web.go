// Package web provides addresses that programs may replace.
package web

import (
	"context"
	"net/http"

	"go.uber.org/fx"
)

type (
	Public  string
	Partner string
)

func public(lc fx.Lifecycle, where Public)   { hook(lc, &http.Server{Addr: string(where)}) }
func partner(lc fx.Lifecycle, where Partner) { hook(lc, &http.Server{Addr: string(where)}) }

func hook(lc fx.Lifecycle, srv *http.Server) {
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error { go srv.ListenAndServe(); return nil },
		OnStop:  srv.Shutdown,
	})
}

var Module = fx.Module("web",
	fx.Provide(func() Public { return ":8134" }, func() Partner { return ":8135" }),
	fx.Invoke(public, partner),
)
