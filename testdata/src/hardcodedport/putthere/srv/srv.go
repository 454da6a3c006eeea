// Package srv puts addresses into servers that it is given.
package srv

import (
	"net/http"
	"os"
)

type Config struct{ Addr string }

func FromEnv() *Config { return &Config{Addr: os.Getenv("SRV_ADDR")} }

func (c *Config) Apply(s *http.Server) { s.Addr = c.Addr }

// Fixed leaves nobody a choice.
func Fixed(s *http.Server) { s.Addr = ":8080" }

func Default(s *http.Server, addr string) {
	if s.Addr == "" {
		s.Addr = addr
	}
}

func Outer(s *http.Server) { inner(s) }

func inner(s *http.Server) { s.Addr = os.Getenv("INNER_ADDR") }

// Named changes nothing about where s listens.
func Named(s *http.Server) { s.ErrorLog = nil }

type Server struct{ HTTP *http.Server }

func New(s *http.Server) *Server {
	s.Addr = ":" + os.Getenv("SRV_PORT")
	return &Server{s}
}

func (s *Server) Run() error { return s.HTTP.ListenAndServe() }

var hooks []func(*http.Server)

func BeforeStart(f func(*http.Server)) { hooks = append(hooks, f) }

func Hooked() error {
	s := new(http.Server)
	for _, f := range hooks {
		f(s)
	}
	return s.ListenAndServe()
}

type Embedded struct{ *http.Server }

func Embedding() *Embedded { return &Embedded{&http.Server{Addr: ":8082"}} }
