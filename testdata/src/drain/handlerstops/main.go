// Package main stops its server when it is asked to, by a request.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"time"
)

func limit() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), 5*time.Second)
}

func stopper(srv *http.Server) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		go func() {
			ctx, cancel := limit()
			defer cancel()
			_ = srv.Shutdown(ctx)
		}()
		w.WriteHeader(http.StatusAccepted)
	}
}

func main() {
	mux := http.NewServeMux()
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: mux}
	mux.Handle("POST /quit", stopper(srv))
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `main ends without waiting for it`
		log.Fatal(err)
	}
}
