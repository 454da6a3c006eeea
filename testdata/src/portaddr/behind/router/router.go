// Package router hides what serves behind interfaces.
package router

import (
	"fmt"
	"log"
	"net/http"
)

// Router serves.
type Router interface {
	Serve(port string)
}

// Careful serves, too.
type Careful interface {
	ServeChecked(port string)
}

// Mux is the one Router.
type Mux struct{ mux *http.ServeMux }

// New returns a Router.
func New() Router { return &Mux{mux: http.NewServeMux()} }

// Serve serves on port.
func (m *Mux) Serve(port string) {
	srv := &http.Server{Addr: fmt.Sprintf(":%s", port), Handler: m.mux}
	log.Fatal(srv.ListenAndServe())
}

// Checked is the one that is Careful.
type Checked struct{ mux *http.ServeMux }

// NewCareful returns one that is Careful.
func NewCareful() Careful { return &Checked{mux: http.NewServeMux()} }

// ServeChecked serves on port.
func (c *Checked) ServeChecked(port string) {
	if port == "" {
		log.Fatal("no port")
	}
	srv := &http.Server{Addr: fmt.Sprintf(":%s", port), Handler: c.mux}
	log.Fatal(srv.ListenAndServe())
}
