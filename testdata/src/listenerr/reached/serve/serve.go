// Package serve tells on a channel how its servers end, as far as that is reached.
package serve

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
)

// Unbound says nothing when it cannot bind.
func Unbound(ctx context.Context, addr string, srv *http.Server) <-chan error {
	ended := make(chan error, 1)
	go func() {
		l, err := net.Listen("tcp", addr) // want `only logged`
		if err != nil {
			log.Printf("listen: %v", err)
			return
		}
		if err := srv.Serve(l); err != nil {
			ended <- err
		}
	}()
	return ended
}

// Ready is closed when the port is bound, which whoever waits for it misses.
func Ready(addr string, srv *http.Server) (<-chan struct{}, <-chan error) {
	ready, ended := make(chan struct{}), make(chan error, 1)
	go func() {
		l, err := net.Listen("tcp", addr)
		if err != nil {
			log.Printf("listen: %v", err)
			return
		}
		close(ready)
		ended <- srv.Serve(l)
	}()
	return ready, ended
}

// Closed closes the channel in any case.
func Closed(addr string, srv *http.Server) <-chan error {
	ended := make(chan error, 1)
	go func() {
		defer close(ended)
		l, err := net.Listen("tcp", addr)
		if err != nil {
			log.Printf("listen: %v", err)
			return
		}
		ended <- srv.Serve(l)
	}()
	return ended
}

// Told returns only when the server was stopped.
func Told(srv *http.Server) <-chan error {
	ended := make(chan error, 1)
	go func() {
		err := srv.ListenAndServe()
		if errors.Is(err, http.ErrServerClosed) {
			log.Print("closed")
			return
		}
		ended <- err
	}()
	return ended
}

// Started returns when all is well.
func Started(addr string, h http.Handler) <-chan error {
	ended := make(chan error, 1)
	go func() {
		l, err := net.Listen("tcp", addr)
		if err == nil {
			http.Serve(l, h)
			return
		}
		log.Print(err)
		ended <- err
	}()
	return ended
}
