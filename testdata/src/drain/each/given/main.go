// Package main gives the method a group, and waits for that.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a, b := listen(os.Getenv("A_ADDR")), listen(os.Getenv("B_ADDR"))
	var both sync.WaitGroup
	both.Add(2)
	go a.run(ctx, &both)
	go b.run(ctx, &both)
	both.Wait()
}

type server struct {
	http *http.Server
	done chan struct{}
}

func listen(addr string) *server { return &server{&http.Server{Addr: addr}, make(chan struct{})} }

// run serves until ctx ends, and to the end of the drain.
func (s *server) run(ctx context.Context, both *sync.WaitGroup) {
	defer both.Done()
	failed := make(chan error, 1)
	go func() { failed <- s.http.ListenAndServe() }()
	select {
	case err := <-failed:
		log.Fatal(err)
	case <-ctx.Done():
	}
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_ = s.http.Shutdown(limit)
}
