// Package redcon is a stub of github.com/tidwall/redcon: the signatures that tests use.
package redcon

type Conn interface{ Close() error }

type Command struct{ Raw []byte }

type Server struct{}

func NewServer(addr string, handler func(conn Conn, cmd Command), accept func(conn Conn) bool, closed func(conn Conn, err error)) *Server {
	return &Server{}
}

func (s *Server) ListenAndServe() error { return nil }
func (s *Server) Close() error          { return nil }

func ListenAndServe(addr string, handler func(conn Conn, cmd Command), accept func(conn Conn) bool, closed func(conn Conn, err error)) error {
	return nil
}
