// Package control has handlers that stop what they are given.
package control

import (
	"context"
	"net/http"
	"sync"
	"time"
)

// Stopper can be stopped.
type Stopper interface {
	Shutdown(ctx context.Context) error
}

// Waiter can be stopped, too.
type Waiter interface {
	Stop(ctx context.Context) error
}

type control struct {
	once sync.Once
	stop func() error
}

// Quit calls stop when it is asked to.
func Quit(stop func() error) http.Handler {
	c := &control{stop: stop}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /quit", c.quit)
	return mux
}

func (c *control) quit(w http.ResponseWriter, r *http.Request) {
	c.once.Do(func() { c.stop() })
}

// QuitLater does so in a goroutine.
func QuitLater(stop func() error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { go stop() })
}

// Admin stops s when it is asked to.
func Admin(s Stopper) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		s.Shutdown(ctx)
	})
}

// AdminLater does so in a goroutine.
func AdminLater(s Waiter) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		go s.Stop(context.Background())
	})
}
