// Package web drains in goroutines of its own.
package web

import (
	"context"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Temporary makes a folder, and returns what removes it.
func Temporary() func() { return func() { os.RemoveAll("tmp") } }

func stop(srv *http.Server) error {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}

// Marked marks that its drain is over, and nobody looks.
type Marked struct {
	srv    *http.Server
	logf   func(string, ...any)
	marked chan struct{}
}

// NewMarked makes one.
func NewMarked(addr string, logf func(string, ...any)) *Marked {
	return &Marked{srv: &http.Server{Addr: addr}, logf: logf, marked: make(chan struct{})}
}

// Serve returns with the beginning of the drain.
func (s *Marked) Serve() error {
	l, err := net.Listen("tcp", s.srv.Addr)
	if err != nil {
		return err
	}
	go s.drain()
	return s.srv.Serve(l)
}

func (s *Marked) drain() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	s.logf("stopped: %v", s.srv.Shutdown(ctx))
	close(s.marked)
}

// Waits waits for its drain.
type Waits struct {
	srv  *http.Server
	logf func(string, ...any)
	over chan struct{}
}

// NewWaits makes one.
func NewWaits(addr string, logf func(string, ...any)) *Waits {
	return &Waits{srv: &http.Server{Addr: addr}, logf: logf, over: make(chan struct{})}
}

// Serve returns with the end of the drain.
func (s *Waits) Serve() error {
	go func() {
		defer close(s.over)
		s.logf("stopped: %v", stop(s.srv))
	}()
	if err := s.srv.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	<-s.over
	return nil
}

// Hooked serves; failed is only called when the drain fails.
func Hooked(addr string, failed func(error)) error {
	srv := &http.Server{Addr: addr}
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-quit
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		if err := srv.Shutdown(ctx); err != nil {
			failed(err)
		}
	}()
	return srv.ListenAndServe()
}

// Told serves, and calls over when the drain is over.
func Told(addr string, over func()) error {
	srv := &http.Server{Addr: addr}
	go func() {
		if err := stop(srv); err == nil {
			over()
		}
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	return nil
}

// Left serves until ctx ends, and says when the drain is over.
func Left(ctx context.Context, addr string, over func()) error {
	srv := &http.Server{Addr: addr}
	go func() {
		<-ctx.Done()
		drain, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		srv.Shutdown(drain)
		over()
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	return nil
}

// Quiet serves until ctx ends, and says nothing.
func Quiet(ctx context.Context, addr string) error {
	srv := &http.Server{Addr: addr}
	go func() {
		<-ctx.Done()
		drain, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		srv.Shutdown(drain)
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	return nil
}
