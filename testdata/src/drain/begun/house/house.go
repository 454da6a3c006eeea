// Package house comes back when its drains begin.
package house

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"
)

// Server lives as long as a context.
type Server struct {
	ctx context.Context
	srv *http.Server
}

// New makes a server.
func New(ctx context.Context, addr string) *Server {
	return &Server{ctx: ctx, srv: &http.Server{Addr: addr}}
}

// Run waits for the context, as drain does.
func (s *Server) Run() {
	go s.drain()
	if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
	<-s.ctx.Done()
}

func (s *Server) drain() {
	<-s.ctx.Done()
	shutdown(s.srv)
}

func shutdown(srv *http.Server) {
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
}

// Grouped waits for the context of its group, and not for that.
func Grouped(ctx context.Context, srv *http.Server) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return serve(ctx, srv) })
	g.Go(func() error { return nil })
	<-ctx.Done()
	return context.Cause(ctx)
}

func serve(ctx context.Context, srv *http.Server) error {
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		return srv.Shutdown(limit)
	}
}

// Until waits for stop, as its server does.
func Until(stop <-chan struct{}, srv *http.Server) {
	begin(stop, srv)
	<-stop
}

func begin(stop <-chan struct{}, srv *http.Server) {
	go func() {
		<-stop
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = srv.Shutdown(limit)
	}()
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
}
