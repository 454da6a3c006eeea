// Package named starts listeners whose handlers cannot be followed. What their
// functions, types and addresses are called tells whom they are for.
package named

import (
	"flag"
	"net"
	"net/http"
	"os"
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

// Only the setting says whom it is for.
func settings(h http.Handler) {
	extra := flag.String("debug-addr", "", "")
	go http.ListenAndServe(*extra, h)
	go http.ListenAndServe(":"+os.Getenv("SHOP_METRICS_PORT"), h)
	http.ListenAndServe(":"+os.Getenv("SHOP_PORT"), h) // want "gives no handle"
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
