// Package deferred stops where the function ends.
package deferred

import (
	"context"
	"net/http"
)

func run(ctx context.Context, h http.Handler) {
	srv := &http.Server{Addr: ":8080", Handler: h}
	defer srv.Shutdown(ctx)
	go srv.ListenAndServe()
	<-ctx.Done()
}

func closes(ctx context.Context, h http.Handler) {
	srv := &http.Server{Addr: ":8080", Handler: h}
	defer srv.Close()
	go srv.ListenAndServe() // want "only stopped abruptly .Close., never by Shutdown"
	<-ctx.Done()
}
