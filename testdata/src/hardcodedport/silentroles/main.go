// Package main has listeners that only look public.
package main

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"time"
)

func main() {}

// A free port is looked for, and its number is given back.
func freePort() (int, error) {
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}

// waitFor returns when nobody else has the port.
func waitFor() {
	for {
		l, err := net.Listen("tcp", ":8101")
		if err == nil {
			l.Close()
			return
		}
		time.Sleep(time.Second)
	}
}

func onFreePort() error {
	p, err := freePort()
	if err != nil {
		return err
	}
	return http.ListenAndServe(fmt.Sprintf("localhost:%d", p), nil)
}

// A lock: the listener is held, so this is a bind like others.
func lock() (net.Listener, error) {
	return net.Listen("tcp", "127.0.0.1:8102") // want `port "8102"`
}

func udpClient() error {
	c, err := net.DialUDP("udp", nil, &net.UDPAddr{IP: net.IPv4bcast, Port: 8103})
	if err != nil {
		return err
	}
	return c.Close()
}

func networkFromEnv() {
	network := os.Getenv("NETWORK")
	net.Listen(network, os.Getenv("ADDR"))
}

func unixOrTCP() (net.Listener, error) {
	if path := os.Getenv("SOCKET"); path != "" {
		return net.Listen("unix", path)
	}
	return net.Listen("tcp", ":8104") // want `port "8104"`
}
