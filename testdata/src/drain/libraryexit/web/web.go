package web

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

// Site is a site.
type Site struct{ port string }

// New makes one.
func New(port string) *Site { return &Site{port} }

// Run serves until the program is told to stop.
func (s *Site) Run() {
	srv := &http.Server{Addr: ":" + s.port}
	s.RunServer(srv)
}

// RunServer is Run with a server.
func (s *Site) RunServer(srv *http.Server) {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-quit
		log.Print(s.drain(srv))
	}()
	if err := s.serve(srv); err != nil {
		log.Print(err)
		os.Exit(1) // want `returns as soon as \(\*http.Server\).Shutdown begins at web.go:\d+, so this ends the process`
	}
}

func (s *Site) serve(srv *http.Server) error { return srv.ListenAndServe() }

func (s *Site) drain(srv *http.Server) error { return srv.Shutdown(context.Background()) }
