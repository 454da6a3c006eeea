// Package servers keeps servers, and starts them together.
package servers

import "net/http"

// Set is what was added.
type Set struct{ all []*http.Server }

// Add adds one more.
func (s *Set) Add(name, addr string, h http.Handler) *Set {
	s.all = append(s.all, &http.Server{Addr: addr, Handler: h})
	return s
}

// Run starts all.
func (s *Set) Run() error {
	failed := make(chan error, len(s.all))
	for _, srv := range s.all {
		go func() { failed <- srv.ListenAndServe() }()
	}
	return <-failed
}
