// Package dot imports net/http into its own scope.
package dot

import (
	"context"
	. "net/http"
)

func handleless(h Handler) error {
	return ListenAndServe(":8080", h) // want "http.ListenAndServe gives no handle"
}

func never(h Handler) error {
	srv := &Server{Addr: ":8080", Handler: h}
	return srv.ListenAndServe() // want "is never stopped by Shutdown"
}

func stopped(ctx context.Context, h Handler) error {
	srv := &Server{Addr: ":8080", Handler: h}
	context.AfterFunc(ctx, func() { srv.Shutdown(context.Background()) })
	return srv.ListenAndServe()
}
