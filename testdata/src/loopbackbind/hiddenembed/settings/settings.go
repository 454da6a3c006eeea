// Package settings embeds a type that others cannot name.
package settings

import (
	"net"
	"os"
)

type server struct{ host, port string }

func (s server) Listen() string { return net.JoinHostPort(s.host, s.port) }

type Settings struct {
	server
	Debug bool
}

type Option func(*Settings)

func FromEnv(s *Settings) {
	if p := os.Getenv("SHOP_PORT"); p != "" {
		s.port = p
	}
}

func New(opts ...Option) *Settings {
	s := &Settings{server: server{host: "127.0.0.1", port: "8080"}}
	for _, o := range opts {
		o(s)
	}
	return s
}
