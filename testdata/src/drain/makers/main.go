// Command makers runs what functions and methods make for it: each starts a server, and drains
// it in a goroutine that nobody waits for.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/sync/errgroup"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &app{public: os.Getenv("PUBLIC_ADDR"), admin: os.Getenv("ADMIN_ADDR")}
	inner := func(addr string) func() error {
		return func() error {
			srv := &http.Server{Addr: addr, Handler: orders()}
			go func() {
				<-ctx.Done()
				_ = srv.Shutdown(context.Background())
			}()
			return served(srv.ListenAndServe()) // want `main ends without waiting for it`
		}
	}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(a.servePublic(ctx))
	admin, err := a.serveAdmin(ctx)
	if err != nil {
		return err
	}
	g.Go(admin)
	g.Go(inner(os.Getenv("INNER_ADDR")))
	return g.Wait()
}

type app struct{ public, admin string }

func (a *app) servePublic(ctx context.Context) func() error {
	return func() error {
		srv := &http.Server{Addr: a.public, Handler: orders()}
		go func() {
			<-ctx.Done()
			_ = srv.Shutdown(context.Background())
		}()
		return served(srv.ListenAndServe()) // want `main ends without waiting for it`
	}
}

func (a *app) serveAdmin(ctx context.Context) (func() error, error) {
	if a.admin == "" {
		return nil, errors.New("no ADMIN_ADDR")
	}
	return func() error {
		srv := &http.Server{Addr: a.admin, Handler: orders()}
		go func() {
			<-ctx.Done()
			_ = srv.Shutdown(context.Background())
		}()
		return served(srv.ListenAndServe()) // want `main ends without waiting for it`
	}, nil
}

func served(err error) error {
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

func orders() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	return mux
}
