// Package main waits for the signal in another package.
package main

import (
	"context"
	"time"

	"drain/namedstops/stops"
	"drain/namedstops/web"
)

func main() {
	srv, other := web.Start(), web.Start()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	stops.Wait()
	_ = srv.Shutdown(ctx) // want `the context given to \(\*web.Server\).Shutdown has already ended here`
	ctx, cancel = context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	_ = other.Shutdown(ctx)
}
