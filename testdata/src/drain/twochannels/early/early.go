// Package early starts a server that is stopped by one channel and says by another that it has.
package early

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
)

// Start starts it: who sends a context stops it, and the other channel is closed when it has begun to.
func Start(addr string) (chan<- context.Context, <-chan struct{}, error) {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, nil, err
	}
	srv := &http.Server{}
	stop, stopped := make(chan context.Context), make(chan struct{})
	go func() {
		defer close(stopped)
		if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	go func() {
		ctx := <-stop
		if err := srv.Shutdown(ctx); err != nil {
			log.Print(err)
		}
	}()
	return stop, stopped, nil
}
