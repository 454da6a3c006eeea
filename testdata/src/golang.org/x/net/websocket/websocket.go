// Package websocket is a stub of golang.org/x/net/websocket: the signatures that tests use.
package websocket

import "net/http"

type Conn struct{}

func (ws *Conn) Close() error { return nil }

type Handler func(*Conn)

func (h Handler) ServeHTTP(w http.ResponseWriter, req *http.Request) {}

type Server struct {
	Handler
}

func (s Server) ServeHTTP(w http.ResponseWriter, req *http.Request) {}
