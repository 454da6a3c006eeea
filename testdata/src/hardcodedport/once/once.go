// Package main has one literal for several listeners.
package main

import (
	"net"
	"net/http"
	"os"
)

const addr = ":9001"

func main() {
	net.Listen("tcp", addr) // want `port "9001"`
	net.Listen("tcp4", addr)
	http.ListenAndServe(addr, nil)
}

var port = "9002"

func bothFamilies() {
	net.Listen("tcp4", "0.0.0.0:"+port) // want `port "9002"`
	net.Listen("tcp6", "[::]:"+port)
}

func tlsOrPlain(h http.Handler) {
	srv := &http.Server{Addr: ":9003", Handler: h} // want `port "9003"`
	if os.Getenv("TLS") != "" {
		srv.ListenAndServeTLS("cert.pem", "key.pem")
	} else {
		srv.ListenAndServe()
	}
}

// Two equal literals are two causes.
func twoLiterals() {
	net.Listen("tcp", ":9004")       // want `port "9004"`
	net.ListenPacket("udp", ":9004") // want `port "9004"`
}

func three(addr string) {
	net.Listen("tcp", addr)
	net.ListenPacket("udp", addr)
	http.ListenAndServe(addr, nil)
}

func callThree() {
	three(":9005") // want `port "9005"`
}

// The address and the server that is put on its listener.
func served(h http.Handler) {
	srv := &http.Server{Addr: ":9006", Handler: h} // want `port "9006"`
	l, err := net.Listen("tcp", srv.Addr)
	if err != nil {
		return
	}
	srv.Serve(l)
	srv.ListenAndServe()
}
