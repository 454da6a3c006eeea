// Package web serves until a context ends, and says so by a group.
package web

import (
	"context"
	"errors"
	"log"
	"net/http"
	"sync"
	"time"
)

// Start serves, and is done when that is drained.
func Start(ctx context.Context, wg *sync.WaitGroup, addr string) {
	defer wg.Done()
	srv := serve(addr)
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
}

// Hasty is done before that.
func Hasty(ctx context.Context, wg *sync.WaitGroup, addr string) {
	srv := &http.Server{Addr: addr, Handler: http.NotFoundHandler()}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	wg.Done()
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	srv.Shutdown(limit)
}

// Aside leaves the drain to a goroutine.
func Aside(ctx context.Context, wg *sync.WaitGroup, addr string) {
	defer wg.Done()
	srv := &http.Server{Addr: addr, Handler: http.NotFoundHandler()}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	go srv.Shutdown(context.WithoutCancel(ctx))
}

func serve(addr string) *http.Server {
	srv := &http.Server{Addr: addr, Handler: http.NotFoundHandler()}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	return srv
}
