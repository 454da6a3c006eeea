// Package main has its addresses in values of several types.
package main

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"strconv"
)

func bytes(port int) {
	l, _ := net.ListenTCP("tcp", &net.TCPAddr{IP: net.IP{127, 0, 0, 1}, Port: port}) // want `host "127.0.0.1" is loopback`
	http.Serve(l, nil)
}

func array(port uint16) {
	ap := netip.AddrPortFrom(netip.AddrFrom4([4]byte{127, 0, 0, 2}), port)
	http.ListenAndServe(ap.String(), nil) // want `host "127.0.0.2" is loopback`
}

func parsed(port string) {
	u, err := url.Parse("http://127.0.0.3:" + port + "/api")
	if err != nil {
		panic(err)
	}
	http.ListenAndServe(u.Host, nil) // want `host "127.0.0.3" is loopback`
}

func parts() {
	u, _ := url.Parse("http://127.0.0.4/")
	ap := netip.MustParseAddrPort("0.0.0.0:" + os.Getenv("PORT"))
	http.ListenAndServe(u.Hostname()+":"+strconv.Itoa(int(ap.Port())), nil) // want `host "127.0.0.4" is loopback`
}

func again() {
	host, port, _ := net.SplitHostPort("127.0.0.5:" + os.Getenv("PORT"))
	http.ListenAndServe(net.JoinHostPort(host, port), nil) // want `host "127.0.0.5" is loopback`
}

func main() {
	port, _ := strconv.Atoi(os.Getenv("PORT"))
	go bytes(port)
	go array(uint16(port))
	go parsed(os.Getenv("PORT"))
	go parts()
	again()
}
