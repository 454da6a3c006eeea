// Package metrics counts requests and shows the counts to the scraper.
package metrics

import (
	"fmt"
	"net/http"
	"sync/atomic"
)

// Requests counts the requests of one service.
type Requests struct {
	service string
	total   atomic.Int64
}

// New returns a counter for service.
func New(service string) *Requests { return &Requests{service: service} }

// Count is a middleware that counts.
func (r *Requests) Count(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		r.total.Add(1)
		next.ServeHTTP(w, req)
	})
}

// Handler serves /metrics and /healthz.
func (r *Requests) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /metrics", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, "http_requests_total{service=%q} %d\n", r.service, r.total.Load())
	})
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, "ok")
	})
	return mux
}
