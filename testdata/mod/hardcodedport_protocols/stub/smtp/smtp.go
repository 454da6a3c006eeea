// Package smtp is a stub of github.com/emersion/go-smtp: the signatures that tests use.
package smtp

type Backend interface{ NewSession() }

type Server struct {
	Network string
	Addr    string
}

func NewServer(be Backend) *Server      { return &Server{} }
func (s *Server) ListenAndServe() error { return nil }
