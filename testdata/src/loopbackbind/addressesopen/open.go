// Package main has addresses in values of several types that are not loopback,
// or not known.
package main

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
)

func main() {
	l, _ := net.ListenTCP("tcp", &net.TCPAddr{IP: net.IP{0, 0, 0, 0}, Port: 8080})
	go http.Serve(l, nil)
	u, _ := url.Parse(os.Getenv("PUBLIC_URL"))
	go http.ListenAndServe(u.Host, nil)
	ip := [4]byte{10, 0, 0, 1}
	go http.ListenAndServe(netip.AddrPortFrom(netip.AddrFrom4(ip), 8081).String(), nil)
	ap, err := netip.ParseAddrPort(os.Getenv("ADDR"))
	if err != nil {
		ap = netip.AddrPortFrom(netip.IPv4Unspecified(), 8082)
	}
	http.ListenAndServe(ap.String(), nil)
}
