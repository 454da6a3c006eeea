// Package main gives listeners addresses without a colon.
package main

import (
	"flag"
	"net"
	"net/http"
	"os"
)

const port = "8086"

func literals() {
	http.ListenAndServe("8080", nil)                // want `address "8080" has no colon before its port, so listening fails with "missing port in address"`
	net.Listen("tcp", "8081")                       // want `address "8081" has no colon`
	net.ListenUDP("udp", &net.UDPAddr{Port: 65536}) // want `port "65536" is not between 0 and 65535`
	net.ListenPacket("udp", "8083")                 // want `address "8083" has no colon`
	net.Listen("tcp", "localhost")                  // want `address "localhost" has no port, so listening fails`
	net.Listen("tcp", "[::1]")                      // want `address "\[::1\]" has no port`
	http.ListenAndServe(port, nil)                  // want `address "8086" has no colon before its port, .*\(written at colon.go:11\)`
	srv := &http.Server{Addr: "8087"}               // want `address "8087" has no colon .*passed to \(\*http.Server\).ListenAndServe at colon.go:22`
	srv.ListenAndServe()
	named := &http.Server{Addr: "8080"} // want `address "8080" has no colon`
	go named.ListenAndServeTLS("", "")
}

func flags() {
	addr := flag.String("addr", "8088", "where to listen")
	flag.Parse()
	http.ListenAndServe(*addr, nil) // want `address "8088" has no colon before its port, .*\(written at colon.go:28\)`
}

func fallback() {
	addr := os.Getenv("LISTEN_ADDR")
	if addr == "" {
		addr = "8089"
	}
	http.ListenAndServe(addr, nil) // want `address "8089" has no colon`
}

func helper(addr string) error {
	return http.ListenAndServe(addr, nil)
}

func viaHelper() {
	helper("8090") // want `address "8090" has no colon .*passed to http.ListenAndServe at colon.go:42`
	helper(":8091")
}

// One value, several listeners: one finding.
func once() {
	addr := "8092"
	go http.ListenAndServe(addr, nil) // want `address "8092" has no colon`
	http.ListenAndServe(addr, nil)
}

func methodValue() {
	srv := &http.Server{Addr: "8093"} // want `address "8093" has no colon`
	start := srv.ListenAndServe
	start()
	var listen = net.Listen
	listen("tcp", "8094") // want `address "8094" has no colon`
}

func main() {
	literals()
	flags()
	fallback()
	viaHelper()
	once()
	methodValue()
}
