// Package web makes a server and what stops it.
package web

import (
	"context"
	"log"
	"net/http"
	"time"
)

// New makes a server, and the time for its drain.
func New(addr string) (*http.Server, func()) {
	srv := &http.Server{Addr: addr}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	return srv, func() {
		defer cancel()
		log.Print(srv.Shutdown(ctx)) // want "has already ended here"
	}
}
