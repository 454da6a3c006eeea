// Package pairs keeps starts and stops as functions, side by side.
package pairs

import (
	"context"
	"net/http"
)

type component struct {
	start func() error
	stop  func(context.Context) error
}

func components(h http.Handler) []component {
	one := &http.Server{Addr: ":8080", Handler: h}
	two := &http.Server{Addr: ":8081", Handler: h}
	return []component{
		{one.ListenAndServe, one.Shutdown},
		{start: two.ListenAndServe}, // want "is never stopped by Shutdown"
	}
}
