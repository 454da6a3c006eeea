// Package agent is what the command runs.
package agent

import (
	"context"
	"net"
	"net/http"
	"sync"
	"time"
)

type Config struct{ Addr string }

type Agent struct {
	config *Config
	http   *http.Server

	errCh  chan error
	doneCh chan struct{}

	lock     sync.Mutex
	shutdown bool
}

func New(c *Config) *Agent {
	return &Agent{config: c, errCh: make(chan error, 1), doneCh: make(chan struct{})}
}

func (a *Agent) Start() error {
	ln, err := net.Listen("tcp", a.config.Addr)
	if err != nil {
		return err
	}
	a.http = &http.Server{Handler: a.handler()}
	go func() {
		if err := a.http.Serve(ln); err != http.ErrServerClosed {
			a.errCh <- err
		}
	}()
	return nil
}

func (a *Agent) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/v1/kv/", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("ok")) })
	return mux
}

func (a *Agent) Shutdown() error {
	a.lock.Lock()
	defer a.lock.Unlock()
	if a.shutdown {
		return nil
	}
	a.shutdown = true
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	err := a.http.Shutdown(ctx)
	close(a.doneCh)
	return err
}

func (a *Agent) ErrCh() <-chan error     { return a.errCh }
func (a *Agent) DoneCh() <-chan struct{} { return a.doneCh }
