// Package web serves on what it is provided with.
package web

import (
	"context"
	"net/http"

	"go.uber.org/fx"

	"hardcodedport/container/config"
)

// Partner is where the partners come.
type Partner string

func api(lc fx.Lifecycle, c *config.API)     { hook(lc, &http.Server{Addr: c.Addr}) }
func admin(lc fx.Lifecycle, c config.Admin)  { hook(lc, &http.Server{Addr: c.Addr}) }
func partner(lc fx.Lifecycle, where Partner) { hook(lc, &http.Server{Addr: string(where)}) }

func hook(lc fx.Lifecycle, srv *http.Server) {
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error { go srv.ListenAndServe(); return nil },
		OnStop:  srv.Shutdown,
	})
}

// Module starts all.
var Module = fx.Module("web", fx.Invoke(api, admin, partner))
