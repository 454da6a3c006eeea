// Package web serves, and does other things beside that.
package web

import (
	"context"
	"net/http"
	"time"
)

// Events are what happened.
type Events interface {
	Next(ctx context.Context) bool
}

// Watcher looks after servers.
type Watcher interface{ Watch(srv *http.Server) }

// Server serves files.
type Server struct {
	Addr    string
	Events  Events
	Watcher Watcher
}

// Run serves until ctx ends. What runs beside that knows nothing of the server.
func (s *Server) Run(ctx context.Context) error {
	go s.follow(ctx)
	srv := &http.Server{Addr: s.Addr, Handler: http.FileServer(http.Dir("."))}
	go func() {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		srv.Shutdown(limit)
	}()
	if err := srv.ListenAndServe(); err != nil && err != http.ErrServerClosed {
		return err
	}
	return nil
}

// RunWatched serves, and tells somebody of the server, who may look after it.
func (s *Server) RunWatched(ctx context.Context) error {
	srv := &http.Server{Addr: s.Addr, Handler: http.FileServer(http.Dir("."))}
	go s.Watcher.Watch(srv)
	if err := srv.ListenAndServe(); err != nil && err != http.ErrServerClosed {
		return err
	}
	return nil
}

func (s *Server) follow(ctx context.Context) {
	for s.Events.Next(ctx) {
		time.Sleep(time.Second)
	}
}
