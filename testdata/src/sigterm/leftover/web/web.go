// Package web has channels of signals that nobody looks at any more.
package web

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"time"
)

// Server is what main starts and stops.
type Server struct{ HTTP *http.Server }

// New makes a server, and a channel that it only fills and closes.
func New(addr string) (*Server, func()) {
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt)
	srv := &http.Server{Addr: addr}
	go srv.ListenAndServe()
	stop := func() {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		srv.Shutdown(ctx)
		signal.Stop(interrupted)
		close(interrupted)
	}
	return &Server{srv}, stop
}

// Until makes one that a goroutine waits for.
func Until(addr string) *Server {
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt) // want `only SIGINT is waited for and not SIGTERM, so the graceful stop never runs`
	srv := &http.Server{Addr: addr}
	go srv.ListenAndServe()
	go func() {
		<-interrupted
		srv.Shutdown(context.Background())
	}()
	return &Server{srv}
}

// Later hands its channel on.
func Later(addr string, wait func(<-chan os.Signal)) *Server {
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt) // want `only SIGINT is waited for and not SIGTERM, so the graceful stop never runs`
	srv := &http.Server{Addr: addr}
	go srv.ListenAndServe()
	go func() {
		wait(interrupted)
		srv.Shutdown(context.Background())
	}()
	return &Server{srv}
}
