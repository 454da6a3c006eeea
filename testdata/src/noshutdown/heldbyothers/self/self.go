// Package self has a server that stops by itself.
package self

import (
	"noshutdown/heldbyothers/life"
	"noshutdown/heldbyothers/web"
)

// Server is a server.
type Server struct{ *web.Server }

// New makes a Server.
func New(addr string) *Server {
	s := &Server{web.New(addr)}
	go func() { life.Watch(s) }()
	return s
}
