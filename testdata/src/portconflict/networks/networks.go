// Package main listens on several networks.
package main

import (
	"net"
	"net/http"
	"os"
)

func tcpAndUDP() {
	go http.ListenAndServe(":8080", nil)
	net.ListenPacket("udp", ":8080")
}

func udpTwice() {
	net.ListenPacket("udp", ":8081")
	net.ListenUDP("udp", &net.UDPAddr{Port: 8081}) // want `port "8081" is that of net.ListenPacket at networks.go:16`
}

func unknown() {
	go http.ListenAndServe(":8082", nil)
	net.Listen(os.Getenv("NETWORK"), ":8082")
}

func main() {
	go tcpAndUDP()
	go udpTwice()
	unknown()
}
