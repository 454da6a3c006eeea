// Package main gives one variable for both, and two.
package main

import (
	"net"
	"net/http"
	"os"

	"portconflict/oneport/server"
)

func main() {
	if os.Getenv("SPLIT") != "" {
		server.Apart(os.Getenv("PORT"), os.Getenv("METRICS_PORT")).Start()
		return
	}
	server.New(os.Getenv("PORT")).Start() // want `environment variable "PORT" decides this port and that of \(\*http.Server\).ListenAndServe at server.go:\d+`
}

// hosts binds one port on hosts of which one is all of them.
func hosts(srv *http.Server) {
	for _, host := range []string{"0.0.0.0", "[::1]"} {
		l, err := net.Listen("tcp", host+":"+os.Getenv("API_PORT")) // want `environment variable "API_PORT" decides this port and that of`
		if err != nil {
			panic(err)
		}
		go srv.Serve(l)
	}
}

// addresses binds one port on different addresses.
func addresses(srv *http.Server) {
	for _, host := range []string{"10.0.0.1", "10.0.0.2"} {
		l, err := net.Listen("tcp", host+":"+os.Getenv("INNER_PORT"))
		if err != nil {
			panic(err)
		}
		go srv.Serve(l)
	}
}
