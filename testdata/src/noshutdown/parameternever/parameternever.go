// Package parameternever passes a server that nothing stops to the function
// that starts it.
package parameternever

import (
	"net/http"
	"time"
)

func start(srv *http.Server) error {
	return srv.ListenAndServe() // want "is never stopped by Shutdown"
}

func configure(srv *http.Server) { srv.ReadTimeout = time.Second }

func run(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	configure(srv)
	return start(srv)
}
