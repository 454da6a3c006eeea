// Package server listens where its flag says.
package server

import (
	"flag"
	"net/http"
)

// Run runs the server.
func Run() error {
	port := flag.String("port", "8080", "port")
	flag.Parse()
	return http.ListenAndServe(":"+*port, http.FileServer(http.Dir(".")))
}
