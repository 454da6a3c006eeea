// Package main has options with defaults.
package main

import (
	"fmt"
	"net/http"
	"os"
)

func main() {
	New(Options{Name: "app"}).Run()
	empty := configured{}
	empty.run()
}

type Options struct {
	Name string
	Port int
}

type Server struct{ opts Options }

// Nobody gives a port: the default is all there is.
func New(o Options) *Server {
	if o.Port == 0 {
		o.Port = 8201 // want `port "8201"`
	}
	return &Server{opts: o}
}

func (s *Server) Run() error { return http.ListenAndServe(fmt.Sprintf(":%d", s.opts.Port), nil) }

// One of its values has no port, the other has one that is not known.
type configured struct{ port int }

func (c *configured) run() error {
	if c.port == 0 {
		c.port = 8202 // want `port "8202"`
	}
	return http.ListenAndServe(fmt.Sprintf(":%d", c.port), nil)
}

func other() {
	c := &configured{port: len(os.Args)}
	c.run()
}
