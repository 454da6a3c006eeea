// Package patient comes back when its drains are over.
package patient

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
	ctx     context.Context
	srv     *http.Server
	drained chan struct{}
}

// New makes a server.
func New(ctx context.Context, addr string) *Server {
	return &Server{ctx: ctx, srv: &http.Server{Addr: addr}, drained: make(chan struct{})}
}

// Run waits for the context and for drain.
func (s *Server) Run() {
	go s.drain()
	if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
	<-s.ctx.Done()
	<-s.drained
}

func (s *Server) drain() {
	defer close(s.drained)
	<-s.ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := s.srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
}

// Grouped waits for its group.
func Grouped(ctx context.Context, srv *http.Server) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
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
	})
	<-ctx.Done()
	return g.Wait()
}
