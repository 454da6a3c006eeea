// Package wait stops what others start.
package wait

import (
	"context"
	"log"
	"net/http"
)

// Stop stops srv when ctx ends.
func Stop(ctx context.Context, srv *http.Server) {
	<-ctx.Done()
	if err := srv.Shutdown(context.Background()); err != nil {
		log.Print(err)
	}
}

// StopAll stops several.
func StopAll(servers ...*http.Server) {
	for _, srv := range servers {
		srv.Shutdown(context.Background())
	}
}

// Log only prints.
func Log(srv *http.Server) { log.Printf("listening on %s", srv.Addr) }

// Abort stops srv abruptly.
func Abort(srv *http.Server) { srv.Close() }

// Start starts it.
func Start(srv *http.Server) error { return srv.ListenAndServe() }
