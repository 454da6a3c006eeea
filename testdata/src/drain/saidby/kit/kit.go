// Package kit starts servers that say in several ways that they have been drained.
package kit

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"sync"
	"time"

	"google.golang.org/grpc"
)

// Listener is a server that tells by a channel.
type Listener struct{ drained, failed chan struct{} }

// Drained is closed when the last request has been answered.
func (l *Listener) Drained() <-chan struct{} { return l.drained }

// Failed is closed when it cannot serve.
func (l *Listener) Failed() <-chan struct{} { return l.failed }

// Listen serves until ctx ends.
func Listen(ctx context.Context, addr string) *Listener {
	l := &Listener{make(chan struct{}), make(chan struct{})}
	srv := &http.Server{Addr: addr}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			close(l.failed)
		}
	}()
	go func() {
		defer close(l.drained)
		<-ctx.Done()
		stop(srv)
	}()
	return l
}

// Go serves until ctx ends. The channel is closed when the last request has been answered.
func Go(ctx context.Context, addr string) <-chan error {
	srv := &http.Server{Addr: addr}
	errs := make(chan error, 1)
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			errs <- err
		}
	}()
	go func() {
		defer close(errs)
		<-ctx.Done()
		stop(srv)
	}()
	return errs
}

func stop(srv *http.Server) {
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
}

// RPC is a server that can be waited for.
type RPC struct{ wg sync.WaitGroup }

// StartRPC serves until ctx ends.
func StartRPC(ctx context.Context, l net.Listener) *RPC {
	r := new(RPC)
	s := grpc.NewServer()
	go func() {
		<-ctx.Done()
		s.GracefulStop()
	}()
	r.wg.Add(1)
	go func() {
		defer r.wg.Done()
		if err := s.Serve(l); err != nil {
			log.Print(err)
		}
	}()
	return r
}

// Wait waits for the last call.
func (r *RPC) Wait() { r.wg.Wait() }
