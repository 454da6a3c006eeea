// Package named starts listeners whose handlers cannot be followed. What their
// functions, types and addresses are called tells whom they are for.
package named

import (
	"net"
	"net/http"
)

type registry interface{ Register(mux *http.ServeMux) }

type options struct{ ProfilerAddr, APIAddr string }

func startPprof(addr string, r registry) error {
	mux := http.NewServeMux()
	r.Register(mux)
	return http.ListenAndServe(addr, mux)
}

func start(o options, h http.Handler) {
	go http.ListenAndServe(o.ProfilerAddr, h)
	http.ListenAndServe(o.APIAddr, h) // want "gives no handle"
}

type MetricsServer struct{ h http.Handler }

func (s MetricsServer) Open(addr string) error {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	srv := http.Server{Handler: s.h}
	return srv.Serve(l)
}

// A route for users outweighs the name.
func debugAndMore(addr string, h http.Handler) error {
	mux := http.NewServeMux()
	mux.Handle("/orders", h)
	return http.ListenAndServe(addr, mux) // want "gives no handle"
}
