// Package web serves what the operator asks.
package web

import (
	"context"
	"log"
	"net/http"
	"time"
)

// Options are where to listen, and how long to wait at the end.
type Options struct {
	Addr  string
	Drain time.Duration
}

// Serve serves until ctx ends.
func Serve(ctx context.Context, o Options) {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /readyz", func(http.ResponseWriter, *http.Request) {})
	srv := &http.Server{Addr: o.Addr, Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), o.Drain)
	defer cancel()
	if err := srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
}
