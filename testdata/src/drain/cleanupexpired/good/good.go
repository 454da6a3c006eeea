// Package good makes a server and what stops it.
package good

import (
	"context"
	"log"
	"net/http"
	"time"
)

// New makes a server.
func New(addr string) (*http.Server, func()) {
	srv := &http.Server{Addr: addr}
	return srv, func() {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		log.Print(srv.Shutdown(ctx))
	}
}
