// Package httpserver is what a company starts and stops its servers with.
package httpserver

import (
	"context"
	"net/http"
	"time"
)

// Stop drains a server. What is wrong in it is for its own module to know.
func Stop(ctx context.Context, srv *http.Server) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}

// StopLate drains a server for too long, and after the end.
func StopLate(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	limit, cancel := context.WithTimeout(ctx, time.Hour)
	defer cancel()
	return srv.Shutdown(limit)
}
