// Package closer calls what it is given when the program is told to stop.
package closer

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
)

// AtSignal calls f in a goroutine, of whose end nobody hears.
func AtSignal(f func()) {
	ch := make(chan os.Signal, 1)
	signal.Notify(ch, syscall.SIGINT, syscall.SIGTERM)
	go func() {
		<-ch
		f()
	}()
}

var (
	mu    sync.Mutex
	hooks []hook
	done  = make(chan struct{})
)

type hook struct {
	name string
	call func() error
}

// Add keeps a hook for later.
func Add(name string, call func() error) {
	mu.Lock()
	defer mu.Unlock()
	hooks = append(hooks, hook{name, call})
}

// Begin has the hooks called in a goroutine.
func Begin() {
	ch := make(chan os.Signal, 1)
	signal.Notify(ch, syscall.SIGINT, syscall.SIGTERM)
	go func() {
		<-ch
		for _, h := range hooks {
			_ = h.call()
		}
		close(done)
	}()
}

// Done returns when the hooks have been called.
func Done() { <-done }

var last []func() error

// Finally keeps what Close calls, in the flow of main.
func Finally(f func() error) { last = append(last, f) }

// Close calls what Finally was given.
func Close() {
	for _, f := range last {
		_ = f()
	}
}
