// Package web has constructors whose hooks start the servers that they return.
package web

import (
	"context"
	"log"
	"net"
	"net/http"

	"go.uber.org/fx"
)

func serve(srv *http.Server) func(context.Context) error {
	return func(context.Context) error {
		ln, err := net.Listen("tcp", srv.Addr)
		if err != nil {
			return err
		}
		go srv.Serve(ln)
		return nil
	}
}

// Forgotten has no other hook.
func Forgotten(lc fx.Lifecycle, addr string, mux *http.ServeMux) *http.Server {
	srv := &http.Server{Addr: addr, Handler: mux}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			ln, err := net.Listen("tcp", srv.Addr)
			if err != nil {
				return err
			}
			go srv.Serve(ln) // want `never stopped by Shutdown`
			return nil
		},
	})
	return srv
}

// Silent has one that only says that it stops.
func Silent(lc fx.Lifecycle, addr string, mux *http.ServeMux) *http.Server {
	srv := &http.Server{Addr: addr, Handler: mux}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go func() {
				if err := srv.ListenAndServe(); err != nil { // want `never stopped by Shutdown`
					log.Fatal(err)
				}
			}()
			return nil
		},
		OnStop: func(context.Context) error {
			log.Print("stopping")
			return nil
		},
	})
	return srv
}

// Stopped is stopped by the hook beside it.
func Stopped(lc fx.Lifecycle, addr string, mux *http.ServeMux) *http.Server {
	srv := &http.Server{Addr: addr, Handler: mux}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go func() {
				if err := srv.ListenAndServe(); err != nil {
					log.Print(err)
				}
			}()
			return nil
		},
		OnStop: srv.Shutdown,
	})
	return srv
}

// Handed is started by what its caller makes of it.
func Handed(addr string, mux *http.ServeMux) (*http.Server, func(context.Context) error) {
	srv := &http.Server{Addr: addr, Handler: mux}
	return srv, serve(srv)
}
