// Package container puts servers where reflection or other code finds them.
package container

import (
	"container/list"
	"context"
	"net/http"
	"reflect"
	"sync"
	"sync/atomic"
)

var servers sync.Map

func stored(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	servers.Store("api", srv)
	return srv.ListenAndServe()
}

var current atomic.Pointer[http.Server]

func swapped(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	current.Store(srv)
	return srv.ListenAndServe()
}

func stopCurrent() { current.Load().Shutdown(context.Background()) }

var all = list.New()

func listed(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	all.PushBack(srv)
	return srv.ListenAndServe()
}

func reflected(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	reflect.ValueOf(srv).MethodByName("Shutdown")
	return srv.ListenAndServe()
}

func inContext(ctx context.Context, h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	use(context.WithValue(ctx, "server", srv))
	return srv.ListenAndServe()
}

func use(context.Context) {}
