// Package front serves the front page.
package front

import (
	"context"
	"net/http"

	"example.com/corpus/edge/internal/bind"
)

// Serve serves on addr until ctx is done.
func Serve(ctx context.Context, addr string) error {
	l, err := bind.TCP(addr)
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: http.NotFoundHandler()}
	context.AfterFunc(ctx, func() { srv.Shutdown(context.WithoutCancel(ctx)) })
	return srv.Serve(l)
}
