// Package graceful is a stub of github.com/TV4/graceful: the signatures that tests use.
package graceful

import "context"

type Server interface {
	ListenAndServe() error
	Shutdown(ctx context.Context) error
}

func ListenAndServe(s Server) {}
