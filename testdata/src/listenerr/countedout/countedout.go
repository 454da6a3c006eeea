// Package main counts its servers out of groups, for which it waits late, or at once.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

type service struct{ addr string }

// bind logs what it returns.
func (s *service) bind() (net.Listener, error) {
	l, err := net.Listen("tcp", s.addr)
	if err != nil {
		log.Print("cannot listen: ", err)
		return nil, err
	}
	return l, nil
}

func (s *service) run(ctx context.Context, wg *sync.WaitGroup) {
	defer wg.Done()
	l, err := s.bind() // want `is only logged, so with a port that is taken the process lives on`
	if err != nil {
		return
	}
	stopped := make(chan struct{})
	srv := &http.Server{}
	go func() {
		defer close(stopped)
		<-ctx.Done()
		srv.Shutdown(context.WithoutCancel(ctx))
	}()
	if err := srv.Serve(l); err != nil && err != http.ErrServerClosed {
		log.Print(err)
	}
	<-stopped
}

// runAlone is waited for before anything else.
func runAlone(addr string, wg *sync.WaitGroup) {
	defer wg.Done()
	if err := http.ListenAndServe(addr, http.FileServer(http.Dir("."))); err != nil {
		log.Print(err)
	}
}

func main() {
	if os.Getenv("ALONE") != "" {
		var only sync.WaitGroup
		only.Add(1)
		go runAlone(os.Getenv("FILES_ADDR"), &only)
		only.Wait()
		return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var wg sync.WaitGroup
	wg.Add(1)
	go (&service{os.Getenv("ADDR")}).run(ctx, &wg)
	<-ctx.Done()
	wg.Wait()
}
