// Package returnedslice gives its servers to its callers, all in one slice.
package returnedslice

import (
	"log"
	"net"
	"net/http"
)

// Start is silent: who calls it can stop the servers.
func Start(addrs []string, h http.Handler) []*http.Server {
	var servers []*http.Server
	for _, addr := range addrs {
		srv := &http.Server{Addr: addr, Handler: h}
		go func() { log.Print(srv.ListenAndServe()) }()
		servers = append(servers, srv)
	}
	return servers
}

// Two servers on one Unix socket each stay local.
func socket() net.Listener {
	l, err := net.Listen("unix", "/run/app.sock")
	if err != nil {
		log.Fatal(err)
	}
	return l
}

func plain(h http.Handler) {
	srv := &http.Server{Handler: h}
	log.Print(srv.Serve(socket()))
}

func secure(h http.Handler) {
	srv := &http.Server{Handler: h}
	log.Print(srv.ServeTLS(socket(), "cert", "key"))
}

func public(h http.Handler) {
	srv := &http.Server{Addr: "0.0.0.0:0", Handler: h}
	log.Print(srv.ListenAndServe()) // want "never stopped by Shutdown"
}
