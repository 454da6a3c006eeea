// Package web runs a server until a context ends.
package web

import (
	"context"
	"net/http"
	"time"
)

// Runner is what this package makes.
type Runner interface {
	// Run serves, and drains when ctx ends.
	Run(ctx context.Context) error
}

type server struct{ srv *http.Server }

// New makes a Runner.
func New(addr string) Runner { return &server{&http.Server{Addr: addr}} }

func (s *server) Run(ctx context.Context) error {
	failed := make(chan error, 1)
	go func() { failed <- s.srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return s.srv.Shutdown(limit)
}
