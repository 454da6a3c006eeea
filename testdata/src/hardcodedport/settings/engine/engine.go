// Package engine listens where the settings that it is given say. What others make
// them with, it does not see.
package engine

import (
	"net"
	"strconv"

	"hardcodedport/settings/config"
)

type listening struct {
	host string
	port int
}

type Engine struct{ at listening }

func New(c *config.Config) *Engine {
	return &Engine{listening{host: c.Host, port: c.Port}}
}

func (e *Engine) Start() error {
	l, err := net.Listen("tcp", net.JoinHostPort(e.at.host, strconv.Itoa(e.at.port)))
	if err != nil {
		return err
	}
	_, err = l.Accept()
	return err
}
