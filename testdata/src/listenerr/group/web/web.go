// Package web runs servers until a context ends.
package web

import (
	"context"
	"net/http"
	"time"
)

// Run serves, and drains when ctx ends.
func Run(ctx context.Context, addr string) error {
	srv := &http.Server{Addr: addr, Handler: http.FileServer(http.Dir("."))}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return srv.Shutdown(limit)
}
