// Package web has servers for putinpart, whose addresses it puts into what others have made.
package web

import "net/http"

// Server is a server of the package's own.
type Server struct{ http.Server }

// Listen serves at addr.
func (s *Server) Listen(addr string) error {
	s.Server.Addr = addr
	return s.Server.ListenAndServe()
}

// Held has a server of somebody else's.
type Held struct{ HTTP *http.Server }

// Listen serves at addr.
func (h *Held) Listen(addr string) error {
	h.HTTP.Addr = addr
	return h.HTTP.ListenAndServe()
}
