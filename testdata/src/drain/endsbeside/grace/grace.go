// Package grace runs hooks when the process is told to end, and then ends it.
package grace

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
)

var (
	once  sync.Once
	mu    sync.Mutex
	hooks []func()
)

// OnInterrupt has fn called then.
func OnInterrupt(fn func()) {
	mu.Lock()
	hooks = append(hooks, fn)
	mu.Unlock()
	once.Do(func() {
		c := make(chan os.Signal, 1)
		signal.Notify(c, syscall.SIGINT, syscall.SIGTERM)
		go func() {
			<-c
			mu.Lock()
			for _, hook := range hooks {
				hook()
			}
			mu.Unlock()
			os.Exit(0)
		}()
	})
}
