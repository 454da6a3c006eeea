// Package parts has what a container is made of.
package parts

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"

	"go.uber.org/fx"
)

// Module only logs that it failed; Ending ends the program.
var (
	Module = fx.Options(fx.Provide(http.NewServeMux), fx.Invoke(logs))
	Ending = fx.Options(fx.Provide(http.NewServeMux), fx.Invoke(ends))
)

func logs(lc fx.Lifecycle, mux *http.ServeMux) {
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
}

func ends(lc fx.Lifecycle, mux *http.ServeMux) {
	srv := &http.Server{Addr: os.Getenv("ADDR2"), Handler: mux}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go func() {
				if err := srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
					log.Fatal("failed: ", err)
				}
			}()
			return nil
		},
		OnStop: srv.Shutdown,
	})
}
