// Package methodvalue hands on methods of servers instead of calling them.
package methodvalue

import (
	"context"
	"net/http"

	"golang.org/x/sync/errgroup"
)

func started(h http.Handler) error {
	var g errgroup.Group
	srv := &http.Server{Addr: ":8080", Handler: h}
	g.Go(srv.ListenAndServe) // want `the server started by \(\*http\.Server\)\.ListenAndServe is never stopped by Shutdown`
	return g.Wait()
}

func startedAndStopped(ctx context.Context, h http.Handler) error {
	g, ctx := errgroup.WithContext(ctx)
	srv := &http.Server{Addr: ":8080", Handler: h}
	g.Go(srv.ListenAndServe)
	g.Go(func() error {
		<-ctx.Done()
		return srv.Shutdown(context.Background())
	})
	return g.Wait()
}

func onStop(func(context.Context) error) {}

// Shutdown need not be called here: it is enough that it is handed on.
func stopHandedOn(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	onStop(srv.Shutdown)
	return srv.ListenAndServe()
}

func stopKept(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	hooks := []func(context.Context) error{srv.Shutdown}
	defer func() {
		for _, stop := range hooks {
			stop(context.Background())
		}
	}()
	return srv.ListenAndServe()
}

func stopReturned(h http.Handler) func(context.Context) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	go srv.ListenAndServe()
	return srv.Shutdown
}

func closeHandedOn(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	defer func(stop func() error) { stop() }(srv.Close)
	return srv.ListenAndServe() // want "only stopped abruptly .Close., never by Shutdown"
}

func kept(h http.Handler) {
	srv := &http.Server{Addr: ":8080", Handler: h}
	start := srv.ListenAndServe // want "is never stopped by Shutdown"
	go start()
}
