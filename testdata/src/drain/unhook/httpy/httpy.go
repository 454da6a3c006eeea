// Package httpy waits for its drain where it cannot take it back.
package httpy

import (
	"context"
	"net/http"
	"time"
)

// Serve until ctx ends.
func Serve(ctx context.Context, srv *http.Server) error {
	drained := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(drained)
		limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		_ = srv.Shutdown(limit)
	})
	err := srv.ListenAndServe()
	if !stop() {
		<-drained
	}
	return err
}
