// Package web serves.
package web

import (
	"context"
	"errors"
	"log"
	"net/http"
	"sync"
	"time"
)

// Run serves until ctx ends, and leaves its drain behind.
func Run(ctx context.Context, addr string) error {
	srv := &http.Server{Addr: addr}
	go func() {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := srv.Shutdown(limit); err != nil {
			log.Print(err)
		}
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// RunCounted is Run, but its drain is counted in a group.
func RunCounted(ctx context.Context, addr string, drains *sync.WaitGroup) error {
	srv := &http.Server{Addr: addr}
	drains.Add(1)
	go func() {
		defer drains.Done()
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := srv.Shutdown(limit); err != nil {
			log.Print(err)
		}
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
