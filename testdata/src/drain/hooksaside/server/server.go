// Package server hooks servers into lifecycles.
package server

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"

	"drain/hooksaside/hasty"
	"drain/hooksaside/lifecycle"
)

func serve(srv *http.Server) error {
	l, err := net.Listen("tcp", srv.Addr)
	if err != nil {
		return err
	}
	go func() {
		if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	return nil
}

func addr() string {
	if v, ok := os.LookupEnv("HTTP_ADDR"); ok {
		return v
	}
	return ":8080"
}

// Register has the server drained with the others.
func Register(lc *lifecycle.Lifecycle) {
	srv := &http.Server{Addr: addr()}
	lc.Append(lifecycle.Hook{
		Name:    "http",
		OnStart: func(context.Context) error { return serve(srv) },
		OnStop:  func(ctx context.Context) error { return srv.Shutdown(ctx) },
	})
}

// RegisterTied has the requests run in the context of the start.
func RegisterTied(lc *lifecycle.Lifecycle) {
	srv := &http.Server{Addr: addr()}
	lc.Append(lifecycle.Hook{
		Name: "http",
		OnStart: func(ctx context.Context) error { // want `requests run in the context that OnStart is given at lifecycle.go:61, which ends before`
			srv.BaseContext = func(net.Listener) context.Context { return ctx }
			return serve(srv)
		},
		OnStop: func(ctx context.Context) error { return srv.Shutdown(ctx) },
	})
}

// RegisterHasty has it drained by who does not wait.
func RegisterHasty(lc *hasty.Lifecycle) {
	srv := &http.Server{Addr: addr()}
	lc.Append(hasty.Hook{
		OnStart: func(context.Context) error { return serve(srv) },
		OnStop:  func(ctx context.Context) error { return srv.Shutdown(ctx) },
	})
}
