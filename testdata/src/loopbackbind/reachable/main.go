// Package main listens where others can connect.
package main

import (
	"net"
	"net/http"
	"os"
)

func main() {
	http.ListenAndServe(":8080", nil)
	http.ListenAndServe("0.0.0.0:"+os.Getenv("PORT"), nil)
	http.ListenAndServe("[::]:8080", nil)
	net.Listen("tcp", "10.0.0.1:8080")
	net.ListenTCP("tcp", &net.TCPAddr{Port: 8080})
	net.ListenTCP("tcp", &net.TCPAddr{IP: net.IPv4zero, Port: 8080})
	net.ListenTCP("tcp", &net.TCPAddr{IP: net.IPv6unspecified, Port: 8080})
	net.ListenTCP("tcp", &net.TCPAddr{IP: net.IPv4(0, 0, 0, 0), Port: 8080})
	net.Listen("tcp", "localhost.example.com:8080")
	net.Listen("tcp", "128.0.0.1:8080")
	http.ListenAndServe("", nil)
	(&http.Server{}).ListenAndServe()
}
