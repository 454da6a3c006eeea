// Package web serves until its context ends, and drains then.
package web

import (
	"context"
	"net/http"
	"time"
)

// Run serves.
func Run(ctx context.Context, addr string) error {
	srv := &http.Server{Addr: addr}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	drain, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return srv.Shutdown(drain)
}
