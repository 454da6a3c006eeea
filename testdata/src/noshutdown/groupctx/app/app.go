// Package app stops its servers when the context of its group ends.
package app

import (
	"context"
	"errors"
	"net/http"
	"os"
	"time"

	"golang.org/x/sync/errgroup"
)

// App has two servers.
type App struct{ api, admin *http.Server }

// New makes it.
func New() *App {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	return &App{
		api:   &http.Server{Addr: os.Getenv("ADDR"), Handler: mux},
		admin: &http.Server{Addr: os.Getenv("ADMIN_ADDR"), Handler: mux},
	}
}

// Run serves until ctx ends or a server fails.
func (a *App) Run(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return start(a.api) })
	g.Go(func() error { return start(a.admin) })
	g.Go(func() error {
		<-ctx.Done()
		return a.stop()
	})
	return g.Wait()
}

func start(srv *http.Server) error {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (a *App) stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return errors.Join(a.api.Shutdown(ctx), a.admin.Shutdown(ctx))
}
