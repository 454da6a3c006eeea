// Package main looks for ports that are free.
package main

import (
	"net"
	"net/http"
)

func main() {}

func isFree() bool {
	l, err := net.Listen("tcp", ":9901")
	if err != nil {
		return false
	}
	l.Close()
	return true
}

func deferred() bool {
	l, err := net.Listen("tcp", "localhost:9902")
	if err != nil {
		return false
	}
	defer l.Close()
	return true
}

func errorOfClose() error {
	l, err := net.Listen("tcp", ":9903")
	if err != nil {
		return err
	}
	return l.Close()
}

func packet() error {
	c, err := net.ListenPacket("udp", ":9905")
	if c != nil {
		defer c.Close()
	}
	return err
}

// Closing at the end is not a probe.
func served() {
	l, err := net.Listen("tcp", ":9906") // want `port "9906"`
	if err != nil {
		return
	}
	defer l.Close()
	http.Serve(l, nil)
}

func accepted() {
	l, err := net.Listen("tcp", ":9907") // want `port "9907"`
	if err != nil {
		return
	}
	defer l.Close()
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go handle(c)
	}
}

func handle(net.Conn) {}

func passedOn() {
	l, err := net.Listen("tcp", ":9908") // want `port "9908"`
	if err != nil {
		return
	}
	defer l.Close()
	loop(l)
}

func loop(net.Listener) {}
