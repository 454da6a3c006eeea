// Package main runs its profiles beside its API, with one method.
package main

import (
	"context"
	"expvar"
	"log"
	"net/http"
	"net/http/pprof"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("x")) })
	ops := http.NewServeMux()
	ops.HandleFunc("/debug/pprof/", pprof.Index)
	ops.Handle("/debug/vars", expvar.Handler())
	a, b := listen(os.Getenv("A_ADDR"), mux), listen(os.Getenv("B_ADDR"), ops)
	go func() {
		if err := b.run(ctx); err != nil {
			log.Fatal(err)
		}
	}()
	if err := a.run(ctx); err != nil {
		log.Fatal(err)
	}
}

type server struct{ http *http.Server }

func listen(addr string, h http.Handler) *server {
	return &server{&http.Server{Addr: addr, Handler: h}}
}

func (s *server) run(ctx context.Context) error {
	failed := make(chan error, 1)
	go func() { failed <- s.http.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return s.http.Shutdown(limit)
}
