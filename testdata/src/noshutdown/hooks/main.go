// Command hooks registers the stop with what it has itself.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

type manager struct {
	mu    sync.Mutex
	hooks []func(context.Context) error
}

func (m *manager) add(hook func(context.Context) error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.hooks = append(m.hooks, hook)
}

func (m *manager) wait() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
	for _, hook := range m.hooks {
		hook(context.Background())
	}
}

func main() {
	var m manager
	srv := &http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("."))}
	m.add(srv.Shutdown)
	m.add(func(ctx context.Context) error { return srv.Shutdown(ctx) })
	go srv.ListenAndServe()
	m.wait()
}
