// Package kit runs a server, and what it is given when that is down.
package kit

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

// Option is a choice.
type Option func(*server)

type server struct {
	http  *http.Server
	hooks []func()
}

// WithOnDown adds what is called when the server is down.
func WithOnDown(fn func()) Option { return func(s *server) { s.hooks = append(s.hooks, fn) } }

// Run serves until a signal comes.
func Run(addr string, opts ...Option) {
	s := &server{http: &http.Server{Addr: addr}}
	for _, opt := range opts {
		opt(s)
	}
	go func() {
		quit := make(chan os.Signal, 1)
		signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
		<-quit
		s.stop()
	}()
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
}

func (s *server) stop() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := s.http.Shutdown(ctx); err != nil {
		log.Print(err)
	}
	for _, hook := range s.hooks {
		hook()
	}
}
