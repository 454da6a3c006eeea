// Package web has its port from settings that others fill.
package web

import (
	"context"
	"log"
	"net"
	"net/http"

	"listenerr/laterset/conf"
)

var server *http.Server

func Start() {
	c := conf.Get()
	server = &http.Server{Addr: net.JoinHostPort(c.Host, c.Port)}
	go func() {
		if err := server.ListenAndServe(); err != http.ErrServerClosed { // want `only logged`
			log.Printf("web: %v", err)
		}
	}()
}

func Shutdown() { server.Shutdown(context.Background()) }
