// Package kit has a closer with a context that ends when it has closed all.
package kit

import (
	"context"
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

// Closer closes.
type Closer struct {
	mu    sync.Mutex
	funcs []func() error
}

func told() <-chan os.Signal {
	ch := make(chan os.Signal, 1)
	signal.Notify(ch, os.Interrupt, syscall.SIGTERM)
	return ch
}

// Add adds a function.
func (c *Closer) Add(f func() error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.funcs = append(c.funcs, f)
}

func (c *Closer) all() {
	for _, f := range c.funcs {
		if err := f(); err != nil {
			log.Print(err)
		}
	}
}

// New makes a closer.
func New() *Closer {
	return &Closer{}
}

// Context ends when all is closed.
func (c *Closer) Context() context.Context {
	ctx, end := context.WithCancel(context.Background())
	go func() {
		<-told()
		c.all()
		end()
	}()
	return ctx
}
