package main

import (
	"context"
	"net"
	"net/http"
	"os"
)

func sockets(h http.Handler) {
	net.Listen("unix", "/run/app.sock")
	net.Listen("unix", "app:8080")
	net.Listen("unixpacket", "@app")
	net.ListenUnix("unix", &net.UnixAddr{Name: "/run/app.sock", Net: "unix"})
	net.ListenUnixgram("unixgram", &net.UnixAddr{Name: "/run/log.sock"})
	net.ListenPacket("unixgram", "/run/app.sock")
	new(net.ListenConfig).Listen(context.Background(), "unix", "/run/app.sock")
	net.ListenIP("ip4:icmp", &net.IPAddr{})
	net.ListenPacket("ip4:icmp", "0.0.0.0")
	l, _ := net.Listen("unix", "/run/http.sock")
	(&http.Server{Handler: h}).Serve(l)
	network, addr := "unix", "/run/app.sock"
	net.Listen(network, addr)
}

func zero(h http.Handler) {
	net.Listen("tcp", ":0")
	net.Listen("tcp", "127.0.0.1:0")
	net.Listen("tcp", "localhost:")
	net.Listen("tcp", ":")
	net.Listen("tcp", "")
	net.ListenPacket("udp", ":0")
	net.ListenTCP("tcp", nil)
	net.ListenTCP("tcp", &net.TCPAddr{})
	net.ListenTCP("tcp", &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)})
	net.ListenUDP("udp", &net.UDPAddr{Port: 0})
	http.ListenAndServe(":0", h)
	(&http.Server{Addr: "localhost:0", Handler: h}).ListenAndServe()
}

func outgoing() {
	net.Dial("tcp", "db:5432")
	net.DialTCP("tcp", nil, &net.TCPAddr{IP: net.IPv4(10, 0, 0, 1), Port: 9000})
	d := net.Dialer{LocalAddr: &net.TCPAddr{Port: 9001}}
	d.Dial("tcp", "example.com:443")
	http.Get("http://example.com:8080/")
	net.ResolveTCPAddr("tcp", "example.com:8080")
}

// Which network it is decides; unknown may well be unix.
func unknownAddress(h http.Handler) {
	addr, _ := os.ReadFile("/etc/app/addr")
	net.Listen("tcp", string(addr))
	http.ListenAndServe(string(addr), h)
}
