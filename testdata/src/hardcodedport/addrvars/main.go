// Package main keeps addresses as values.
package main

import (
	"fmt"
	"net"
	"net/netip"
	"strconv"
)

func main() {
	addr := &net.TCPAddr{}
	addr.Port = 8101 // want `port "8101"`
	net.ListenTCP("tcp", addr)
	u := net.UDPAddr{IP: net.ParseIP("0.0.0.0"), Port: 8102} // want `port "8102"`
	net.ListenUDP("udp", &u)
	ap := netip.AddrPortFrom(netip.IPv4Unspecified(), 8103)
	net.Listen("tcp", ap.String()) // want `port "8103"`
	host, port, err := net.SplitHostPort("0.0.0.0:8104")
	if err != nil {
		return
	}
	net.Listen("tcp", net.JoinHostPort(host, port)) // want `port "8104"`
	n, _ := strconv.Atoi("8105")
	net.Listen("tcp", fmt.Sprintf(":%d", n)) // want `port "8105"`
	p, _ := strconv.ParseUint("8106", 10, 16)
	net.Listen("tcp", fmt.Sprintf(":%d", p)) // want `port "8106"`
}

func resolved() (*net.TCPListener, error) {
	a, err := net.ResolveTCPAddr("tcp", fmt.Sprintf(":%d", defaultPort))
	if err != nil {
		return nil, err
	}
	return net.ListenTCP("tcp", a) // want `port "8107".*written at main.go:38`
}

const defaultPort = 8107

var _, _ = resolved()
