// Package web has one server, which main starts and others stop.
package web

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"time"
)

var srv *http.Server

// Init makes the server.
func Init() {
	srv = &http.Server{Addr: os.Getenv("LISTEN_ADDR"), Handler: http.NotFoundHandler()}
}

// Start serves until Stop is called.
func Start() {
	if err := srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
}

// Stop drains.
func Stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}
