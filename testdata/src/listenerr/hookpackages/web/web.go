// Package web has hooks that start servers, for routes that others register.
package web

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"

	"go.uber.org/fx"
)

// Logged only logs that it failed.
func Logged(lc fx.Lifecycle, mux *http.ServeMux) *http.Server {
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: mux}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go func() {
				if err := srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
					log.Print("failed: ", err)
				}
			}()
			return nil
		},
		OnStop: srv.Shutdown,
	})
	return srv
}

// Told has fx stop the program.
func Told(lc fx.Lifecycle, mux *http.ServeMux, stop fx.Shutdowner) *http.Server {
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: mux}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go func() {
				if err := srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
					log.Print("failed: ", err)
					_ = stop.Shutdown()
				}
			}()
			return nil
		},
		OnStop: srv.Shutdown,
	})
	return srv
}
