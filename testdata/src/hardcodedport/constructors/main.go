// Package main has a constructor that is called twice.
package main

import (
	"net"
	"os"
)

func main() {}

type twoCallers struct{ addr string }

func newTwo(addr string) *twoCallers             { return &twoCallers{addr: addr} }
func (s *twoCallers) run() (net.Listener, error) { return net.Listen("tcp", s.addr) }

func callTwice() {
	a := newTwo(":8706") // want `port "8706"`
	a.run()
	b := newTwo(os.Getenv("ADDR"))
	b.run()
}
