package fieldhalf

import (
	"context"
	"net/http"
)

// whole runs and stops its server in methods.
type whole struct{ srv *http.Server }

func newWhole(h http.Handler) *whole { return &whole{srv: &http.Server{Addr: ":8080", Handler: h}} }

func (w *whole) run() error                     { return w.srv.ListenAndServe() }
func (w *whole) stop(ctx context.Context) error { return w.srv.Shutdown(ctx) }

// half only runs it.
type half struct{ srv *http.Server }

func newHalf(h http.Handler) *half { return &half{srv: &http.Server{Addr: ":8080", Handler: h}} }

func (w *half) run() error { return w.srv.ListenAndServe() } // want "is never stopped by Shutdown"
