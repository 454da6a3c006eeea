// Package main listens on loopback only, in each form of it.
package main

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"strconv"
)

func main() {
	http.ListenAndServe("127.0.0.1:8101", nil) // want `host "127.0.0.1" is loopback, so nothing outside the container can connect$`
}

func port() string { return os.Getenv("PORT") }

// Where the port comes from makes no difference.
func portFromEnv() {
	http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil)                   // want `host "127.0.0.1"`
	http.ListenAndServe("localhost:"+port(), nil)                              // want `host "localhost"`
	http.ListenAndServe(net.JoinHostPort("localhost", os.Getenv("PORT")), nil) // want `host "localhost"`
	http.ListenAndServe(fmt.Sprintf("127.0.0.1:%s", os.Getenv("PORT")), nil)   // want `host "127.0.0.1"`
	http.ListenAndServe(fmt.Sprintf("%s:%s", "localhost", port()), nil)        // want `host "localhost"`
	n, err := strconv.Atoi(os.Getenv("PORT"))
	if err != nil {
		n = 8080
	}
	http.ListenAndServe(fmt.Sprintf("localhost:%d", n), nil)                // want `host "localhost"`
	net.ListenTCP("tcp", &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: n}) // want `host "127.0.0.1"`
}

func forms() {
	net.Listen("tcp", "127.0.0.2:8102")                // want `host "127.0.0.2"`
	net.Listen("tcp", "127.255.255.254:8103")          // want `host "127.255.255.254"`
	net.Listen("tcp", "[::1]:8104")                    // want `host "::1"`
	net.Listen("tcp4", "localhost:8105")               // want `host "localhost"`
	net.ListenPacket("udp", "127.0.0.1:8106")          // want `host "127.0.0.1"`
	net.Listen("tcp", "[::ffff:127.0.0.1]:8107")       // want `loopback`
	net.Listen("tcp", net.JoinHostPort("::1", "8108")) // want `host "::1"`
}

func servers(h http.Handler) {
	srv := &http.Server{Addr: "localhost:8121", Handler: h} // want `host "localhost".*\(passed to \(\*http.Server\).ListenAndServe at main.go:46\)`

	srv.ListenAndServe()
	l, err := net.Listen("tcp", "127.0.0.1:8122") // want `host "127.0.0.1"`
	if err != nil {
		return
	}
	http.Serve(l, h)
	http.ListenAndServeTLS("localhost:8123", "cert.pem", "key.pem", h) // want `host "localhost"`
}

// Both values are loopback.
func either(six bool) {
	host := "127.0.0.1"
	if six {
		host = "::1"
	}
	http.ListenAndServe(net.JoinHostPort(host, "8124"), nil) // want `loopback`
}
