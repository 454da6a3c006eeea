// Package library is for others to use.
package library

import (
	"fmt"
	"net"
	"net/http"
)

// Exported parameters and fields are decided by who uses the package.
func Serve(addr string, h http.Handler) error { return http.ListenAndServe(addr, h) }

type Config struct {
	Addr string
	Port int
}

// DefaultConfig can be changed by its caller.
func DefaultConfig() *Config { return &Config{Addr: ":8080", Port: 8080} }

func (c *Config) Listen() (net.Listener, error) {
	if c.Addr == "" {
		c.Addr = ":8080"
	}
	return net.Listen("tcp", c.Addr)
}

type Server struct {
	Port int
	addr string
}

func NewServer(addr string) *Server { return &Server{addr: addr, Port: 9090} }

func (s *Server) Start() error {
	go http.ListenAndServe(fmt.Sprintf(":%d", s.Port), nil)
	return http.ListenAndServe(s.addr, nil)
}

// Addr may be set by the program, or by the linker.
var Addr = ":8080"

func Run() error { return http.ListenAndServe(Addr, nil) }

// Nobody can change these.
func RunFixed() error {
	return http.ListenAndServe(":9401", nil) // want `port "9401"`
}

const DefaultPort = 9402

func RunDefault() error {
	return http.ListenAndServe(fmt.Sprintf(":%d", DefaultPort), nil) // want `port "9402".*written at library.go:50`
}

var private = ":9403"

func RunPrivate() error {
	return http.ListenAndServe(private, nil) // want `port "9403"`
}

type Option func(*opts)

type opts struct{ addr string }

// WithAddr is there for programs to use.
func WithAddr(addr string) Option { return func(o *opts) { o.addr = addr } }

func RunOptions(options ...Option) error {
	o := opts{addr: ":8080"}
	for _, f := range options {
		f(&o)
	}
	return http.ListenAndServe(o.addr, nil)
}
