// Package web has servers whose start runs in a goroutine.
package web

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
)

// Server is a server.
type Server struct {
	srv  *http.Server
	done chan struct{}
	over chan struct{}
	fail func()
}

// New makes a Server.
func New(addr string) *Server {
	return &Server{srv: &http.Server{Addr: addr, Handler: http.FileServer(http.Dir("."))}, done: make(chan struct{}), over: make(chan struct{})}
}

// Start serves in the background.
func (s *Server) Start() {
	go func() {
		if err := s.srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) { // want `only logged, so with a port that is taken the process lives on without a listener$`
			log.Print(err)
		}
	}()
}

// StartListen does it in a function of its own, which logs in one of the program's.
func (s *Server) StartListen() { go s.listen() }

func (s *Server) listen() {
	err := s.srv.ListenAndServe() // want `only logged`
	if err != http.ErrServerClosed {
		report("listen", err)
	}
}

func report(what string, err error) {
	if err != nil {
		log.Printf("%s: %v", what, err)
	}
}

// StartElse tells a stop from a failure, and logs both.
func (s *Server) StartElse() {
	go func() {
		err := s.srv.ListenAndServe() // want `only logged`
		if errors.Is(err, http.ErrServerClosed) {
			log.Print("closed")
		} else if err != nil {
			log.Print(err)
		}
	}()
}

// StartSwitch does it by cases.
func (s *Server) StartSwitch() {
	go func() {
		switch err := s.srv.ListenAndServe(); { // want `only logged`
		case errors.Is(err, http.ErrServerClosed):
		default:
			log.Print(err)
		}
	}()
}

// StartCases ends the process in one of them.
func (s *Server) StartCases() {
	go func() {
		switch err := s.srv.ListenAndServe(); {
		case errors.Is(err, http.ErrServerClosed):
			log.Print("closed")
		case err != nil:
			log.Fatal(err)
		}
	}()
}

// StartFatal ends the process.
func (s *Server) StartFatal() {
	go func() {
		if err := s.srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
			os.Exit(1)
		}
	}()
}

// StartTold closes a channel.
func (s *Server) StartTold() {
	go func() {
		defer close(s.done)
		if err := s.srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
	}()
}

// Done is closed when what StartTold has started has ended.
func (s *Server) Done() <-chan struct{} { return s.done }

// StartUntold closes a channel from which nobody receives.
func (s *Server) StartUntold() {
	go func() {
		defer close(s.over)
		if err := s.srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) { // want `only logged`
			log.Print(err)
		}
	}()
}

// StartHook calls what it was given.
func (s *Server) StartHook() {
	go func() {
		if err := s.srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
			s.fail()
		}
	}()
}

// Serve serves and logs: whether others live on is for the caller to know.
func (s *Server) Serve() {
	if err := s.srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

// Until says how it ended.
func (s *Server) Until() error {
	if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Stop drains.
func (s *Server) Stop(ctx context.Context) error { return s.srv.Shutdown(ctx) }

// For serves what it is given, which may be for the operator.
func For(addr string, h http.Handler) {
	go func() {
		if err := http.ListenAndServe(addr, h); err != nil {
			log.Print(err)
		}
	}()
}
