// Package main has loopback addresses as values.
package main

import (
	"net"
	"net/http"
	"net/netip"
)

func main() {}

func values() {
	net.ListenTCP("tcp", &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 8111})   // want `host "127.0.0.1"`
	net.ListenTCP("tcp", &net.TCPAddr{IP: net.IPv6loopback, Port: 8112})         // want `host "::1"`
	net.ListenTCP("tcp", &net.TCPAddr{IP: net.ParseIP("127.0.0.1"), Port: 8113}) // want `host "127.0.0.1"`
	net.ListenUDP("udp", &net.UDPAddr{IP: net.ParseIP("::1"), Port: 8114})       // want `host "::1"`
	a, err := net.ResolveTCPAddr("tcp", "localhost:8116")
	if err != nil {
		return
	}
	net.ListenTCP("tcp", a) // want `host "localhost" is loopback.*written at main.go:17`
	ap := netip.MustParseAddrPort("127.0.0.1:8117")
	net.ListenTCP("tcp", net.TCPAddrFromAddrPort(ap)) // want `host "127.0.0.1"`
	ap2 := netip.AddrPortFrom(netip.MustParseAddr("127.0.0.1"), 8118)
	net.ListenTCP("tcp", net.TCPAddrFromAddrPort(ap2))                                // want `host "127.0.0.1"`
	http.ListenAndServe(netip.AddrPortFrom(netip.IPv6Loopback(), 8119).String(), nil) // want `host "::1"`
}
