// Package inflight counts open requests.
package inflight

import (
	"net/http"
	"sync"
)

// Counter counts.
type Counter struct{ wg sync.WaitGroup }

// Wrap counts requests.
func (c *Counter) Wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c.wg.Add(1)
		defer c.wg.Done()
		next.ServeHTTP(w, r)
	})
}

// Stop waits until none is open.
func (c *Counter) Stop() { c.wg.Wait() }
