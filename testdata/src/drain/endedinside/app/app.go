// Package app drains in a function of its own, with a context that has ended.
package app

import (
	"context"
	"net/http"
	"os"
	"time"

	"golang.org/x/sync/errgroup"
)

// App serves orders.
type App struct{ srv *http.Server }

// New makes it.
func New() *App {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	return &App{srv: &http.Server{Addr: os.Getenv("ADDR"), Handler: mux}}
}

// Run serves until ctx ends.
func (a *App) Run(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(a.srv.ListenAndServe)
	g.Go(func() error {
		<-ctx.Done()
		return a.drain(ctx) // want `the context given to \(\*app.App\).drain has already ended here`
	})
	return g.Wait()
}

func (a *App) drain(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	return a.srv.Shutdown(ctx)
}
