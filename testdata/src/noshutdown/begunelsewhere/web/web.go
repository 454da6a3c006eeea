// Package web has a server that a container starts and stops.
package web

import (
	"context"
	"log"
	"net/http"
	"os"

	"go.uber.org/fx"
)

// Module is all that is here.
var Module = fx.Module("web", fx.Provide(New), fx.Invoke(func(*http.Server) {}))

// New makes the server.
func New(lc fx.Lifecycle) *http.Server {
	srv := &http.Server{Addr: ":" + os.Args[1]}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go func() {
				if err := srv.ListenAndServe(); err != http.ErrServerClosed {
					log.Fatal(err)
				}
			}()
			return nil
		},
		OnStop: srv.Shutdown,
	})
	return srv
}
