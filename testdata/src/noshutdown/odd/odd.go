// Package odd has code that is seldom written.
package odd

import (
	"context"
	"iter"
	"net"
	"net/http"
)

type loop struct {
	*loop
	next *loop
	srv  *http.Server
}

func (l *loop) run() error { return l.next.srv.ListenAndServe() }

func (l *loop) stop() { l.loop.srv.Shutdown(context.Background()) }

func recursive(srv *http.Server, n int) error {
	if n == 0 {
		return srv.ListenAndServe()
	}
	return recursive(srv, n-1)
}

func even(srv *http.Server, n int) *http.Server {
	if n == 0 {
		return srv
	}
	return odd(srv, n-1)
}

func odd(srv *http.Server, n int) *http.Server { return even(srv, n-1) }

func itself(h http.Handler) {
	var srv *http.Server
	srv = srv
	var f func() error
	f = func() error { _ = f; return srv.ListenAndServe() }
	go f()
	s := even(&http.Server{Handler: h}, 3)
	go s.ListenAndServe()
	defer s.Shutdown(context.Background())
}

func zero() error {
	var srv *http.Server
	return srv.ListenAndServe()
}

func converted() error { return (*http.Server)(nil).ListenAndServe() }

type alias = http.Server

type defined http.Server

func named(ctx context.Context, h http.Handler) error {
	a := &alias{Handler: h}
	d := (*defined)(a)
	context.AfterFunc(ctx, func() { (*http.Server)(d).Shutdown(context.Background()) })
	return a.ListenAndServe()
}

func each(servers iter.Seq[*http.Server]) {
	for srv := range servers {
		go srv.ListenAndServe()
	}
	servers(func(srv *http.Server) bool { srv.Shutdown(context.Background()); return true })
}

func labels(h http.Handler) {
	srv := &http.Server{Handler: h}
outer:
	for {
		switch {
		case srv != nil:
			break outer
		default:
			goto end
		}
	}
end:
	go func(_ ...*http.Server) { srv.ListenAndServe() }()
	defer func() { recover(); srv.Shutdown(context.Background()) }()
	_, _ = any(srv).(interface{ Close() error })
}

type runner interface{ Serve(net.Listener) error }

func dynamic(r runner, l net.Listener) error { return r.Serve(l) }

func literal(l net.Listener) error {
	return struct{ *http.Server }{&http.Server{}}.Server.Serve(func() net.Listener { defer recover(); return l }())
}

func _() { http.ListenAndServe("", nil) } // want "http.ListenAndServe gives no handle"

var _ = func() error { return http.ListenAndServe(":8080", http.FileServer(http.Dir("."))) } // want "http.ListenAndServe gives no handle"
