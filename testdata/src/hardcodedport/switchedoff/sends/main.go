// Package main switches off what would listen.
package main

import (
	"net/http"

	"hardcodedport/switchedoff/hook"
)

type config struct {
	addr    string
	off     bool
	metrics string
	extra   http.Handler
}

type server struct{ config }

func newServer(c config) *server {
	s := &server{config: c}
	if !s.off {
		go s.listen()
	}
	if c.metrics != "" {
		go http.ListenAndServe(":8642", nil)
	}
	if c.extra != nil {
		go serve(":8643", c.extra)
	}
	return s
}

func (s *server) listen() { http.ListenAndServe(s.addr, nil) }

func serve(addr string, h http.Handler) { http.ListenAndServe(addr, h) }

const experimental = false

func main() {
	hook.New(hook.Options{Addr: ":8640", SendOnly: true})
	newServer(config{addr: ":8641", off: true})
	if experimental && len(http.DefaultClient.Timeout.String()) > 0 {
		http.ListenAndServe(":8644", nil)
	}
	select {}
}
