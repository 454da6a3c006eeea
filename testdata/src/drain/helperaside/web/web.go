// Package web stops servers for helperaside.
package web

import (
	"context"
	"net/http"
	"time"
)

// Stop drains srv.
func Stop(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx)
}

// Refresh waits for nobody, and drains nothing.
func Refresh(srv *http.Server) { srv.SetKeepAlivesEnabled(false) }
