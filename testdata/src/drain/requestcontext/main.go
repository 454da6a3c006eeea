// Package main hands all requests on with a context of its own.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func within(ctx context.Context, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(ctx)) // want `requests run in a context that ends at the signal \(main.go:35\)`
	})
}

// streams answers until the end of ctx, so that the drain need not wait for it.
func streams(ctx context.Context, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Print(r.URL)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), "at", time.Now())))
	})
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	mux := http.NewServeMux()
	mux.Handle("GET /events", streams(ctx, http.NotFoundHandler()))
	cut := &http.Server{Addr: os.Getenv("ADDR"), Handler: within(ctx, mux)}
	kept := &http.Server{Addr: os.Getenv("ADDR2"), Handler: logged(mux)}
	go func() { log.Print(cut.ListenAndServe()) }()
	go func() { log.Print(kept.ListenAndServe()) }()
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	log.Print(cut.Shutdown(limit), kept.Shutdown(limit))
}
