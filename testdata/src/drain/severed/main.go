// Package main closes servers while they drain in a goroutine.
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"google.golang.org/grpc"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	w := &web{srv: &http.Server{Addr: os.Getenv("ADDR")}}
	for _, run := range []func(context.Context) error{w.closed, w.awaited, w.inBranch, calls, limited, served} {
		if err := run(ctx); err != nil {
			log.Fatal(err)
		}
	}
}

type web struct{ srv, other *http.Server }

// closed cleans up before the drain is over.
func (w *web) closed(ctx context.Context) error {
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		w.srv.Shutdown(limit)
	}()
	if err := w.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	log.Print("closing")
	_ = w.other.Close()
	_ = w.srv.Close() // want `\(\*http.Server\).Close ends at once the connections for which \(\*http.Server\).Shutdown at main.go:39 waits`
	<-drained
	return nil
}

// awaited cleans up after it.
func (w *web) awaited(ctx context.Context) error {
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		w.srv.Shutdown(limit)
	}()
	if err := w.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	<-drained
	return w.srv.Close()
}

// inBranch closes what has failed.
func (w *web) inBranch(ctx context.Context) error {
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		w.srv.Shutdown(limit)
	}()
	if err := w.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		w.srv.Close()
		return err
	}
	<-drained
	return nil
}

func calls(ctx context.Context) error {
	s, failed, err := listen()
	if err != nil {
		return err
	}
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	done := make(chan struct{})
	go func() {
		s.GracefulStop()
		close(done)
	}()
	s.Stop() // want `\(\*grpc.Server\).Stop ends at once the connections for which \(\*grpc.Server\).GracefulStop at main.go:\d+ waits`
	<-done
	go s.GracefulStop()
	s.Stop() // want `ends at once the connections`
	return nil
}

// limited closes what has taken too long.
func limited(ctx context.Context) error {
	s, failed, err := listen()
	if err != nil {
		return err
	}
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	done := make(chan struct{})
	go func() {
		s.GracefulStop()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(5 * time.Second):
		s.Stop()
	}
	go s.GracefulStop()
	time.Sleep(5 * time.Second)
	s.Stop()
	return nil
}

// served returns from Serve when the drain is over.
func served(ctx context.Context) error {
	l, err := net.Listen("tcp", os.Getenv("GRPC"))
	if err != nil {
		return err
	}
	s := grpc.NewServer()
	go func() {
		<-ctx.Done()
		s.GracefulStop()
	}()
	if err := s.Serve(l); err != nil {
		return err
	}
	s.Stop()
	return nil
}

func listen() (*grpc.Server, chan error, error) {
	l, err := net.Listen("tcp", os.Getenv("CALLS"))
	if err != nil {
		return nil, nil, err
	}
	s, failed := grpc.NewServer(), make(chan error, 1)
	go func() { failed <- s.Serve(l) }()
	return s, failed, nil
}
