// Package main has stores of its own, of which a flag chooses one.
package main

import (
	"context"
	"errors"
	"flag"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

type store interface{ Close() error }

type memory struct{ keys map[string]bool }

func (m *memory) Close() error {
	clear(m.keys)
	return nil
}

type file struct{ f *os.File }

func (s *file) Close() error { return s.f.Close() }

type drained struct{ done chan struct{} }

func (d *drained) Close() error {
	<-d.done
	return nil
}

func main() {
	inMemory := flag.Bool("memory", false, "keep all in memory")
	flag.Parse()
	var s store = &file{}
	if *inMemory {
		s = &memory{keys: make(map[string]bool)}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if *inMemory {
		waits(ctx)
		return
	}
	defer s.Close()
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		srv.Shutdown(limit)
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `main ends without waiting for it`
		log.Print(err)
	}
}

// waits has one of several that waits for the drain.
func waits(ctx context.Context) {
	done := make(chan struct{})
	var s store = &file{}
	if os.Getenv("WAIT") != "" {
		s = &drained{done: done}
	}
	defer s.Close()
	srv := &http.Server{Addr: os.Getenv("OTHER_ADDR")}
	go func() {
		defer close(done)
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		srv.Shutdown(limit)
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}
