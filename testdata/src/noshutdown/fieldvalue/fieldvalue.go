// Package fieldvalue has a server in a field of a type that it never makes.
package fieldvalue

import (
	"context"
	"net/http"
)

// byValue holds the server itself.
type byValue struct{ srv http.Server }

func (w *byValue) run(h http.Handler) error {
	w.srv.Handler = h
	return w.srv.ListenAndServe()
}

func (w *byValue) stop() error { return w.srv.Shutdown(context.Background()) }
