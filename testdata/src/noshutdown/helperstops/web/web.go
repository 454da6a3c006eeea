// Package web stops servers for helperstops.
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
