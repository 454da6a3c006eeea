// Package service starts servers for returnedgroup.
package service

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

// Service is a server, and the group of what runs of it.
type Service struct {
	srv    http.Server
	active sync.WaitGroup
}

// New returns a service.
func New() *Service { return &Service{srv: http.Server{Addr: os.Getenv("ADDR")}} }

// Start counts the server in the group that it returns, and not its drain.
func (s *Service) Start() *sync.WaitGroup {
	s.active.Add(1)
	go s.serve()
	go s.watch()
	return &s.active
}

// StartWhole counts both.
func (s *Service) StartWhole() *sync.WaitGroup {
	s.active.Add(2)
	go s.serve()
	go func() {
		defer s.active.Done()
		s.watch()
	}()
	return &s.active
}

func (s *Service) serve() {
	defer s.active.Done()
	if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
}

func (s *Service) watch() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGINT, syscall.SIGTERM)
	<-c
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := s.srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}
