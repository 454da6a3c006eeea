// Package front serves the front page.
package front

import (
	"context"
	"errors"
	"net/http"

	"example.com/corpus/edge/internal/bind"
)

// Serve serves on addr until ctx is done and requests are answered.
func Serve(ctx context.Context, addr string) error {
	l, err := bind.TCP(addr)
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: http.NotFoundHandler()}
	drained := make(chan error, 1)
	context.AfterFunc(ctx, func() { drained <- srv.Shutdown(context.WithoutCancel(ctx)) })
	if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-drained
}
