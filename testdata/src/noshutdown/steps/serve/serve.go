// Package serve serves in steps of its own.
package serve

import (
	"context"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Run serves until the platform says otherwise.
func Run(srv *http.Server) error {
	l, err := net.Listen("tcp", srv.Addr)
	if err != nil {
		return err
	}
	return On(l, srv)
}

// On is Run on a listener that is there.
func On(l net.Listener, srv *http.Server) error { return until(l, srv, 5*time.Second) }

func until(l net.Listener, srv *http.Server, limit time.Duration) error {
	quit, drained := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	go func() {
		defer close(drained)
		<-quit
		ctx, cancel := context.WithTimeout(context.Background(), limit)
		defer cancel()
		srv.Shutdown(ctx)
	}()
	if err := srv.Serve(l); err != http.ErrServerClosed {
		return err
	}
	<-drained
	return nil
}

// Forever serves, and closes srv when it is told to.
func Forever(srv *http.Server, stop <-chan struct{}) error {
	go closing(srv, stop)
	return srv.ListenAndServe()
}

func closing(srv *http.Server, stop <-chan struct{}) {
	<-stop
	srv.Close()
}
