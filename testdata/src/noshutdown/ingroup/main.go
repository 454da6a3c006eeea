// Package main waits for a group before it stops its servers.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if len(os.Args) > 1 {
		(&inside{srv: new(http.Server)}).run(ctx)
		return
	}
	(&beside{srv: new(http.Server)}).run(ctx)
}

// inside is counted in the group that it waits for.
type inside struct {
	srv *http.Server
	wg  sync.WaitGroup
}

func (s *inside) run(ctx context.Context) {
	s.srv.Addr = os.Getenv("INSIDE")
	s.wg.Add(2)
	go func() {
		defer s.wg.Done()
		s.srv.ListenAndServe() // want `never stopped: its Shutdown stands behind a wait for the goroutine that it runs in`
	}()
	go func() {
		defer s.wg.Done()
		<-ctx.Done()
		s.stop()
	}()
	s.wg.Wait()
}

func (s *inside) stop() {
	s.wg.Wait()
	s.srv.Shutdown(context.Background())
}

// beside waits for others.
type beside struct {
	srv     *http.Server
	workers sync.WaitGroup
	all     sync.WaitGroup
}

func (s *beside) run(ctx context.Context) {
	s.srv.Addr = os.Getenv("BESIDE")
	s.workers.Go(func() { <-ctx.Done() })
	s.all.Go(func() { s.srv.ListenAndServe() })
	s.all.Add(1)
	go func() {
		defer s.all.Done()
		<-ctx.Done()
		s.workers.Wait()
		s.srv.Shutdown(context.Background())
	}()
	s.all.Wait()
}
