// Package reassigned has variables that hold one server after another.
package reassigned

import (
	"context"
	"net/http"
)

// The stop may be that of either: the order of assignments does not matter.
func twice(h http.Handler) {
	srv := &http.Server{Addr: ":8080", Handler: h}
	go srv.ListenAndServe()
	srv = &http.Server{Addr: ":8081", Handler: h}
	go srv.ListenAndServe()
	srv.Shutdown(context.Background())
}

func conditional(h http.Handler, production bool) error {
	var srv *http.Server
	if production {
		srv = &http.Server{Addr: ":80", Handler: h}
	} else {
		srv = &http.Server{Addr: ":8080", Handler: h}
	}
	defer srv.Shutdown(context.Background())
	return srv.ListenAndServe()
}

func conditionalNever(h http.Handler, production bool) error {
	var srv *http.Server
	if production {
		srv = &http.Server{Addr: ":80", Handler: h}
	} else {
		srv = &http.Server{Addr: ":8080", Handler: h}
	}
	return srv.ListenAndServe() // want "is never stopped by Shutdown"
}

func shadowed(h http.Handler, again bool) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	if again {
		srv := &http.Server{Addr: ":8081", Handler: h}
		defer srv.Shutdown(context.Background())
		go srv.ListenAndServe()
	}
	return srv.ListenAndServe() // want "is never stopped by Shutdown"
}

func loop(h http.Handler, addrs []string) {
	for _, addr := range addrs {
		srv := &http.Server{Addr: addr, Handler: h}
		go srv.ListenAndServe() // want "is never stopped by Shutdown"
	}
}
