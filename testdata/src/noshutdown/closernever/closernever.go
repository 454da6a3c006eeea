// Package closernever stores servers in interfaces that cannot stop them.
package closernever

import (
	"fmt"
	"log"
	"net/http"
)

func printed(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	log.Printf("starting %v", srv)
	fmt.Println(srv)
	return srv.ListenAndServe() // want "is never stopped by Shutdown"
}

type keepAlive interface{ SetKeepAlivesEnabled(bool) }

func tune(k keepAlive) { k.SetKeepAlivesEnabled(false) }

func tuned(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	tune(srv)
	return srv.ListenAndServe() // want "is never stopped by Shutdown"
}

func compared(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	if srv == nil {
		return nil
	}
	return srv.ListenAndServe() // want "is never stopped by Shutdown"
}
