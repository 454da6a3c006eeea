// Package main keeps addresses in the fields of its own types.
package main

import (
	"fmt"
	"net"
	"net/http"
	"os"
)

func main() {}

type config struct {
	addr string
	port int
}

func literal() {
	c := config{
		addr: ":8701", // want `port "8701" is hardcoded, so the platform cannot choose another \(passed to net.Listen at fields.go:24\)`
		port: 8702,    // want `port "8702".*passed to net.Listen at fields.go:25`
	}
	_ = c.addr
	net.Listen("tcp", c.addr)
	net.Listen("tcp", fmt.Sprintf(":%d", c.port))
}

type unkeyed struct {
	host string
	port string
}

func positional() {
	c := &unkeyed{"0.0.0.0", "8703"} // want `port "8703"`
	net.Listen("tcp", net.JoinHostPort(c.host, c.port))
}

type assigned struct{ addr string }

func assign() {
	var c assigned
	c.addr = ":8704" // want `port "8704".*passed to`
	net.Listen("tcp", c.addr)
}

type withGetter struct{ port int }

func (g *withGetter) Port() int      { return g.port }
func (g withGetter) Address() string { return fmt.Sprintf(":%d", g.Port()) }

func getter() {
	g := &withGetter{port: 8707} // want `port "8707"`
	http.ListenAndServe(g.Address(), nil)
}

type constGetter struct{}

func (constGetter) Addr() string { return ":8708" }

func constResult() {
	http.ListenAndServe(constGetter{}.Addr(), nil) // want `port "8708".*written at fields.go:58`
}

type base struct{ listenAddr string }
type derived struct{ base }

func promoted() {
	d := derived{base{listenAddr: ":8712"}} // want `port "8712"`
	net.Listen("tcp", d.listenAddr)
}

type outer struct{ inner innerConfig }
type innerConfig struct{ addr string }

func nested() {
	o := outer{inner: innerConfig{addr: ":8713"}} // want `port "8713"`
	c := o
	net.Listen("tcp", c.inner.addr)
}

// One of the field's values is not known.
type mixed struct{ addr string }

func mixedField() {
	m := mixed{addr: ":8716"}
	if v := os.Getenv("ADDR"); v != "" {
		m.addr = v
	}
	net.Listen("tcp", m.addr)
}

// A default where nothing was given.
type defaulted struct{ addr string }

func (d *defaulted) listen() {
	if d.addr == "" {
		d.addr = ":8717"
	}
	net.Listen("tcp", d.addr)
}

func useDefault(addr string) {
	d := defaulted{addr: addr}
	d.listen()
}

func init() {
	useDefault(os.Args[1])
}

var global = struct{ Addr string }{Addr: ":8718"} // want `port "8718"`

func useGlobal() { net.Listen("tcp", global.Addr) }

type iface interface{ address() string }
type impl struct{}

func (impl) address() string { return ":8719" }

type envImpl struct{}

func (envImpl) address() string { return os.Getenv("ADDR") }

func dynamic(i iface) { net.Listen("tcp", i.address()) } // want `port "8719".*written at fields.go:118`

func bothImpls() {
	dynamic(impl{})
	dynamic(envImpl{})
}
