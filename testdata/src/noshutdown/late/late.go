// Package late hands servers on, and begins to stop them, behind the call that
// starts them: that is when they have ended.
package late

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

// New serves for ever, and returns what it serves with.
func New(addr string) *http.Server {
	srv := &http.Server{Addr: addr}
	log.Fatal(srv.ListenAndServe()) // want "is never stopped by Shutdown"
	return srv
}

// Start serves beside what its caller does.
func Start(addr string) *http.Server {
	srv := &http.Server{Addr: addr}
	go func() { log.Fatal(srv.ListenAndServe()) }()
	return srv
}

// server is one that stops at signals, or tries to.
type server struct{ http *http.Server }

func (s *server) run() error {
	if err := s.http.ListenAndServe(); err != http.ErrServerClosed { // want "its Shutdown stands behind this call, which blocks"
		return err
	}
	s.stopAtSignal()
	return nil
}

func (s *server) stopAtSignal() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		_ = s.http.Shutdown(context.Background())
	}()
}

// before is what server is meant to be.
type before struct{ http *http.Server }

func (b *before) run() error {
	b.stopAtSignal()
	return b.http.ListenAndServe()
}

func (b *before) stopAtSignal() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		_ = b.http.Shutdown(context.Background())
	}()
}

func use() {
	_ = (&server{&http.Server{Addr: os.Getenv("ADDR")}}).run()
	_ = (&before{&http.Server{Addr: os.Getenv("ADDR")}}).run()
}
