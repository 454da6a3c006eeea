// Package api serves what it is given.
package api

import (
	"net"
	"net/http"
)

func Serve(l net.Listener, h http.Handler) error {
	srv := &http.Server{Handler: h}
	return srv.Serve(l) // want `never stopped by Shutdown`
}
