// Package fasthttp is a stub of github.com/valyala/fasthttp: the signatures that tests use.
package fasthttp

import (
	"context"
	"net"
	"time"
)

type RequestHandler func(ctx *RequestCtx)

type RequestCtx struct{ path string }

func (ctx *RequestCtx) Path() []byte { return nil }

type Server struct {
	Handler      RequestHandler
	Name         string
	ReadTimeout  time.Duration
	WriteTimeout time.Duration
	IdleTimeout  time.Duration
}

func ListenAndServe(addr string, handler RequestHandler) error                       { return nil }
func ListenAndServeTLS(addr, certFile, keyFile string, handler RequestHandler) error { return nil }
func Serve(ln net.Listener, handler RequestHandler) error                            { return nil }

func (s *Server) ListenAndServe(addr string) error                       { return nil }
func (s *Server) ListenAndServeTLS(addr, certFile, keyFile string) error { return nil }
func (s *Server) Serve(ln net.Listener) error                            { return nil }
func (s *Server) Shutdown() error                                        { return nil }
func (s *Server) ShutdownWithContext(ctx context.Context) (err error)    { return nil }
