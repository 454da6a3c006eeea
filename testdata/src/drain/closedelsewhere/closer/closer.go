// Package closer calls what it is given when a signal comes.
package closer

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
)

type Closer struct {
	mu    sync.Mutex
	once  sync.Once
	done  chan struct{}
	funcs []func() error
}

func New() *Closer { return &Closer{done: make(chan struct{})} }

func (c *Closer) Add(f ...func() error) {
	c.mu.Lock()
	c.funcs = append(c.funcs, f...)
	c.mu.Unlock()
}

func (c *Closer) CloseAll() {
	c.once.Do(func() {
		defer close(c.done)
		errs := make(chan error, len(c.funcs))
		for _, f := range c.funcs {
			go func(f func() error) { errs <- f() }(f)
		}
		for range c.funcs {
			<-errs
		}
	})
}

func (c *Closer) Wait()                 { <-c.done }
func (c *Closer) Done() <-chan struct{} { return c.done }

func (c *Closer) OnSignal() {
	go func() {
		ch := make(chan os.Signal, 1)
		signal.Notify(ch, syscall.SIGTERM)
		<-ch
		signal.Stop(ch)
		c.CloseAll()
	}()
}

func (c *Closer) ExitOnSignal() {
	go func() {
		ch := make(chan os.Signal, 1)
		signal.Notify(ch, syscall.SIGTERM)
		<-ch
		c.CloseAll()
		os.Exit(0)
	}()
}
