// Package web has two servers: the start of one returns, that of the other does not.
package web

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
)

type Beside struct{ http *http.Server }

func NewBeside(addr string, h http.Handler) *Beside {
	return &Beside{&http.Server{Addr: addr, Handler: h}}
}

func (s *Beside) Start() error {
	ln, err := net.Listen("tcp", s.http.Addr)
	if err != nil {
		return err
	}
	go func() {
		if err := s.http.Serve(ln); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	return nil
}

func (s *Beside) Stop(ctx context.Context) error { return s.http.Shutdown(ctx) }

type Here struct{ http *http.Server }

func NewHere(addr string, h http.Handler) *Here {
	return &Here{&http.Server{Addr: addr, Handler: h}}
}

func (s *Here) Start() error {
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (s *Here) Stop(ctx context.Context) error { return s.http.Shutdown(ctx) }
