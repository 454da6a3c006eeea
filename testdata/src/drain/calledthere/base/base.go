// Package base runs what it is given until a signal comes.
package base

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

type config struct{ name string }

// Option changes how it is run.
type Option func(*config)

// WithName gives it a name.
func WithName(name string) Option { return func(c *config) { c.name = name } }

// Run runs fn, if there is a name for it.
func Run(fn func(context.Context) error, options ...Option) error {
	var c config
	for _, o := range options {
		o(&c)
	}
	if c.name == "" {
		return errors.New("no name")
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	defer log.Print("good bye ", c.name)
	return fn(ctx)
}

// Await calls done when a signal comes, unless ctx ends before.
func Await(ctx context.Context, done func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM)
	select {
	case <-signals:
		done()
	case <-ctx.Done():
		return
	}
}

// Listen returns when the drain begins.
func Listen(ctx context.Context, srv *http.Server) error {
	go func() {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = srv.Shutdown(limit)
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// ListenToEnd returns when it is over.
func ListenToEnd(ctx context.Context, srv *http.Server) error {
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = srv.Shutdown(limit)
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	<-drained
	return nil
}
