// Package b binds what it is given.
package b

import (
	"cmp"
	"fmt"
	"net"
	"net/http"
	"os"
)

const (
	DefaultPort = 9501
	DefaultAddr = ":9502"
)

var Changeable = ":9503"

func Serve(addr string, h http.Handler) error { return http.ListenAndServe(addr, h) }

func ServePort(port int) error { return Serve(fmt.Sprintf(":%d", port), nil) }

// ServeEnv asks the environment first.
func ServeEnv(def string) error { return Serve(cmp.Or(os.Getenv("ADDR"), def), nil) }

func Env(key, def string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return def
}

type Server struct {
	Addr string
	port string
}

func New(port string) *Server { return &Server{port: port} }

func (s *Server) Run() error { return http.ListenAndServe(":"+s.port, nil) }

func (s *Server) Listen() (net.Listener, error) { return net.Listen("tcp", s.Addr) }

type Option func(*Config)

type Config struct{ addr string }

func WithAddr(addr string) Option { return func(c *Config) { c.addr = addr } }

func RunWith(opts ...Option) error {
	c := &Config{addr: ":9504"}
	for _, o := range opts {
		o(c)
	}
	return http.ListenAndServe(c.addr, nil)
}

func Address() string { return ":9505" }

func FromEnv() string { return Env("ADDR", ":9506") }

func HTTPServer(addr string, h http.Handler) *http.Server {
	return &http.Server{Addr: addr, Handler: h}
}

func Start(s *http.Server) error { return s.ListenAndServe() }

type Listener interface{ Run() error }

// Fill writes through its parameter, Check does not.
func Fill(dst *string)       { *dst = os.Getenv("ADDR") }
func Check(src *string) bool { return *src != "" }
