// Package field keeps servers in fields of its own types.
package field

import (
	"context"
	"net/http"
)

// whole runs and stops its server in methods.
type whole struct{ srv *http.Server }

func newWhole(h http.Handler) *whole { return &whole{srv: &http.Server{Addr: ":8080", Handler: h}} }

func (w *whole) run() error                     { return w.srv.ListenAndServe() }
func (w *whole) stop(ctx context.Context) error { return w.srv.Shutdown(ctx) }

// unkeyed is made without field names.
type unkeyed struct {
	name string
	srv  *http.Server
}

func makeUnkeyed(h http.Handler) unkeyed {
	return unkeyed{"api", &http.Server{Addr: ":8080", Handler: h}}
}

func (u unkeyed) run() error  { return u.srv.ListenAndServe() }
func (u unkeyed) stop() error { return u.srv.Shutdown(context.Background()) }
