// Package httpserver runs the servers of all programs of the company.
package httpserver

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"
	"time"
)

// Run gives no handle and stops nothing.
func Run(addr string, h http.Handler) error { return http.ListenAndServe(addr, h) }

// Nested calls Run.
func Nested(addr string, h http.Handler) error { return Run(addr, h) }

// Graceful stops its server on SIGTERM.
func Graceful(addr string, h http.Handler) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: addr, Handler: h}
	context.AfterFunc(ctx, func() {
		drain, cancel := context.WithTimeout(context.Background(), 8*time.Second)
		defer cancel()
		srv.Shutdown(drain)
	})
	return srv.ListenAndServe()
}

// Never has a server at hand and does not stop it.
func Never(addr string, h http.Handler) error {
	srv := &http.Server{Addr: addr, Handler: h}
	return srv.ListenAndServe()
}

// Start starts a server of the caller's.
func Start(srv *http.Server) error { return srv.ListenAndServe() }

// Wait stops a server of the caller's.
func Wait(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	return srv.Shutdown(context.Background())
}

// Print only looks at one.
func Print(srv *http.Server) { println(srv.Addr) }

// Server can be run and stopped.
type Server struct{ srv *http.Server }

// New makes a Server.
func New(addr string, h http.Handler) *Server {
	return &Server{&http.Server{Addr: addr, Handler: h}}
}

// Run runs it.
func (s *Server) Run() error { return s.srv.ListenAndServe() }

// Stop stops it.
func (s *Server) Stop(ctx context.Context) error { return s.srv.Shutdown(ctx) }

// Make makes a server with the settings of the company.
func Make(addr string, h http.Handler) *http.Server {
	return &http.Server{Addr: addr, Handler: h, ReadHeaderTimeout: time.Second}
}

// Monitor is a part of the platform with a server of its own, which it closes.
type Monitor struct{ srv *http.Server }

// Watch starts a Monitor.
func Watch(addr string) *Monitor {
	m := &Monitor{&http.Server{Addr: addr}}
	go m.srv.ListenAndServe()
	return m
}

// Close closes it.
func (m *Monitor) Close() error { return m.srv.Close() }
