// Package settings shows what it knows by its methods alone.
package settings

import (
	"net"
	"os"
)

// Listener tells where to listen.
type Listener interface {
	Address() string
	Port() int
}

type listener struct {
	host string
	port string
	num  int
}

func (l *listener) Address() string { return net.JoinHostPort(l.host, l.port) }
func (l *listener) Port() int       { return l.num }

// Fixed is the same everywhere.
func Fixed() Listener { return &listener{host: "", port: "8081", num: 8082} }

// FromEnv can be set.
func FromEnv() (Listener, error) {
	port := os.Getenv("HOOKS_PORT")
	if port == "" {
		port = "8083"
	}
	return &listener{host: os.Getenv("HOOKS_HOST"), port: port}, nil
}

// On is what the caller says.
func On(port string) Listener { return &listener{port: port} }
