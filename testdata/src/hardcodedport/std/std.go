// Package main binds with each API of the standard library.
package main

import (
	"context"
	"net"
	"net/http"
	"net/netip"
)

func main() {}

func listen() {
	net.Listen("tcp", ":8001")          // want `port "8001" is hardcoded, so the platform cannot choose another$`
	net.Listen("tcp4", "0.0.0.0:8002")  // want `port "8002"`
	net.Listen("tcp6", "[::]:8003")     // want `port "8003"`
	net.ListenPacket("udp", ":8004")    // want `port "8004"`
	net.ListenPacket("udp6", ":8005")   // want `port "8005"`
	net.Listen("tcp", "127.0.0.1:8006") // want `port "8006"`
	net.Listen(
		"tcp",
		":8007", // want `port "8007"`
	)
}

func listenConfig(ctx context.Context) {
	var lc net.ListenConfig
	lc.Listen(ctx, "tcp", ":8008")                    // want `port "8008"`
	(&net.ListenConfig{}).Listen(ctx, "tcp", ":8009") // want `port "8009"`
	lc.ListenPacket(ctx, "udp", ":8010")              // want `port "8010"`
}

func addresses() {
	net.ListenTCP("tcp", &net.TCPAddr{Port: 8011})                   // want `port "8011"`
	net.ListenTCP("tcp", &net.TCPAddr{IP: net.IPv4zero, Port: 8012}) // want `port "8012"`
	net.ListenUDP("udp", &net.UDPAddr{IP: nil, Port: 8013})          // want `port "8013"`
	a, _ := net.ResolveTCPAddr("tcp", ":8014")
	net.ListenTCP("tcp", a) // want `port "8014".*written at std.go:37`
	u, err := net.ResolveUDPAddr("udp", ":8015")
	if err != nil {
		return
	}
	net.ListenUDP("udp", u)                                                                // want `port "8015".*written at std.go:39`
	net.ListenTCP("tcp", net.TCPAddrFromAddrPort(netip.MustParseAddrPort("0.0.0.0:8016"))) // want `port "8016"`
}

func serve(h http.Handler) {
	http.ListenAndServe(":8017", h)                // want `port "8017" is hardcoded, so the platform cannot choose another$`
	srv := &http.Server{Addr: ":8018", Handler: h} // want `port "8018" is hardcoded.*passed to \(\*http\.Server\)\.ListenAndServe at std.go:50`
	srv.ListenAndServe()
	srv2 := http.Server{Handler: h}
	srv2.Addr = ":8019" // want `port "8019"`
	srv2.ListenAndServe()
	(&http.Server{
		Handler: h,
		Addr:    ":8020", // want `port "8020"`
	}).ListenAndServe()
	srv3 := new(http.Server)
	srv3.Addr = "0.0.0.0:8021" // want `port "8021"`
	srv3.Handler = h
	srv3.ListenAndServe()
}

// The port is that of the bind, not of Addr, which Serve does not look at.
func serveOn(h http.Handler) {
	l, err := net.Listen("tcp", ":8022") // want `port "8022"`
	if err != nil {
		return
	}
	srv := &http.Server{Addr: ":8023", Handler: h}
	srv.Serve(l)
	l2, _ := net.Listen("tcp", ":8024") // want `port "8024"`
	http.Serve(l2, h)
	srv2 := &http.Server{Addr: ":8025", Handler: h} // want `port "8025".*passed to net\.Listen`
	l3, _ := net.Listen("tcp", srv2.Addr)
	srv2.Serve(l3)
}

// What is never started does not listen.
func notStarted(h http.Handler) *http.Server {
	return &http.Server{Addr: ":8026", Handler: h}
}
