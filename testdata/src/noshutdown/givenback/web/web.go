// Package web starts servers for others, and gives them back.
package web

import (
	"log"
	"net/http"
)

// Start serves h on addr.
func Start(addr string, h http.Handler) *http.Server {
	srv := &http.Server{Addr: addr, Handler: h}
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	return srv
}

// Stopper is what it can be stopped by.
type Stopper interface{ Close() error }

// StartHidden is Start for those who need not know what it is.
func StartHidden(addr string, h http.Handler) Stopper {
	srv := &http.Server{Addr: addr, Handler: h}
	go func() { log.Print(srv.ListenAndServe()) }()
	return srv
}
