// Package web serves uploads. Before that it has much to do with functions, of which
// none says when it is done.
package web

import (
	"context"
	"net/http"
	"strings"
	"time"
	"unicode"
)

// Server takes uploads.
type Server struct {
	Addr, Hosts string
	Uploads     chan string   // each one that came
	Ready       chan struct{} // closed when all is ready
	Done        chan struct{} // closed when Serve has ended
	Store       Store
}

// Store is where uploads go.
type Store interface{ Load() error }

// Run serves until ctx ends, and returns when nothing is in flight any more.
func (s *Server) Run(ctx context.Context) error {
	if err := s.Store.Load(); err != nil {
		return err
	}
	srv := &http.Server{Addr: s.Addr, Handler: s.routes()}
	close(s.Ready)
	errs := make(chan error, 1)
	go func() { errs <- srv.ListenAndServe() }()
	select {
	case err := <-errs:
		return err
	case <-ctx.Done():
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		return srv.Shutdown(limit)
	}
}

// Serve is Run, and tells when it is over.
func (s *Server) Serve(ctx context.Context) error {
	srv := &http.Server{Addr: s.Addr, Handler: s.routes()}
	close(s.Ready)
	defer close(s.Done)
	errs := make(chan error, 1)
	go func() { errs <- srv.ListenAndServe() }()
	select {
	case err := <-errs:
		return err
	case <-ctx.Done():
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		return srv.Shutdown(limit)
	}
}

func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	for _, host := range strings.FieldsFunc(s.Hosts, unicode.IsSpace) {
		mux.HandleFunc(host+"/upload", s.upload)
	}
	return mux
}

func (s *Server) upload(w http.ResponseWriter, r *http.Request) {
	s.Uploads <- r.URL.Path
	w.WriteHeader(http.StatusAccepted)
}
