// Package own is given a context by somebody, who may have asked for SIGTERM.
package own

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"runtime/pprof"
)

// Serve runs until ctx ends, or Ctrl-C comes.
func Serve(ctx context.Context, srv *http.Server) error {
	ctx = pprof.WithLabels(ctx, pprof.Labels("package", "own"))
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt)
	defer stop()
	go func() {
		<-ctx.Done()
		srv.Shutdown(context.WithoutCancel(ctx))
	}()
	return srv.ListenAndServe()
}
