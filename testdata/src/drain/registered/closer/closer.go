// Package closer keeps functions that are called when the program is told to stop, for all
// who import it.
package closer

import (
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

var global = New(os.Interrupt, syscall.SIGTERM)

// Add adds functions to call at the end.
func Add(f ...func() error) { global.Add(f...) }

// CloseAll calls them, once.
func CloseAll() { global.CloseAll() }

// Wait waits until they have returned.
func Wait() { global.Wait() }

// Closer keeps functions.
type Closer struct {
	mu    sync.Mutex
	once  sync.Once
	done  chan struct{}
	funcs []func() error
}

// New makes a closer that closes all at a signal.
func New(sig ...os.Signal) *Closer {
	c := &Closer{done: make(chan struct{})}
	go func() {
		ch := make(chan os.Signal, 1)
		signal.Notify(ch, sig...)
		<-ch
		signal.Stop(ch)
		c.CloseAll()
	}()
	return c
}

// Add adds functions.
func (c *Closer) Add(f ...func() error) {
	c.mu.Lock()
	c.funcs = append(c.funcs, f...)
	c.mu.Unlock()
}

// Wait waits until all have returned.
func (c *Closer) Wait() { <-c.done }

// CloseAll calls all.
func (c *Closer) CloseAll() {
	c.once.Do(func() {
		defer close(c.done)

		errs := make(chan error, len(c.funcs))
		for _, f := range c.funcs {
			go func() { errs <- f() }()
		}
		for range c.funcs {
			if err := <-errs; err != nil {
				log.Print(err)
			}
		}
	})
}
