// Package web stops and runs servers for helperstops.
package web

import (
	"context"
	"net/http"
	"time"
)

// Stop drains srv.
func Stop(srv *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}

// StopAfter drains srv when ctx has ended.
func StopAfter(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	return Stop(srv)
}

// Keep has srv drained by who knows whom.
func Keep(srv *http.Server) { kept = append(kept, srv) }

var kept []*http.Server
