// Package httpx takes its drain back when it returns, which waits for nobody.
package httpx

import (
	"context"
	"net/http"
	"time"
)

// Serve until ctx ends.
func Serve(ctx context.Context, srv *http.Server) error {
	stop := context.AfterFunc(ctx, func() {
		limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		_ = srv.Shutdown(limit)
	})
	defer stop()
	return srv.ListenAndServe()
}
