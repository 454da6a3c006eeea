// Package web serves until a channel is closed.
package web

import (
	"context"
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"
)

// Run serves.
func Run(addr string, stop <-chan struct{}) error {
	srv := &http.Server{Addr: addr}
	group, ctx := errgroup.WithContext(context.Background())
	group.Go(func() error {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			return err
		}
		return nil
	})
	select {
	case <-stop:
		group.Go(func() error {
			limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
			defer cancel()
			return srv.Shutdown(limit)
		})
		return group.Wait()
	case <-ctx.Done():
		return group.Wait()
	}
}
