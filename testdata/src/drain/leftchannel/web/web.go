// Package web serves until a channel is closed, and drains then.
package web

import (
	"context"
	"net/http"
	"time"
)

// Run serves.
func Run(addr string, stop <-chan struct{}) error {
	srv := &http.Server{Addr: addr}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-stop:
	}
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return srv.Shutdown(limit)
}
