// Package health has the declarations that the greeter needs.
package health

type Server struct{}

func NewServer() *Server { return new(Server) }
