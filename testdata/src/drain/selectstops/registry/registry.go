// Package registry drains at a signal, in the flow of what serves.
package registry

import (
	"context"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

var quit = make(chan os.Signal, 1)

type Registry struct {
	server *http.Server
	drain  time.Duration
}

func New(addr string, drain time.Duration) *Registry {
	return &Registry{&http.Server{Addr: addr}, drain}
}

func (r *Registry) ListenAndServe() error {
	ln, err := net.Listen("tcp", r.server.Addr)
	if err != nil {
		return err
	}
	if r.drain == 0 {
		return r.server.Serve(ln)
	}
	signal.Notify(quit, syscall.SIGTERM)
	failed := make(chan error)
	go func() {
		failed <- r.server.Serve(ln)
	}()
	select {
	case err := <-failed:
		return err
	case <-quit:
		ctx, cancel := context.WithTimeout(context.Background(), r.drain)
		defer cancel()
		return r.server.Shutdown(ctx)
	}
}
