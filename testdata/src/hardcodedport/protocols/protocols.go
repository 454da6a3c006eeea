// Package main listens where protocols are at home.
package main

import (
	"net"
	"net/http"
	"syscall"
)

func main() {}

func multicast() {
	net.ListenMulticastUDP("udp4", nil, &net.UDPAddr{IP: net.IPv4(224, 0, 0, 251), Port: 5353})
	group, _ := net.ResolveUDPAddr("udp", "239.1.2.3:9999")
	net.ListenMulticastUDP("udp", nil, group)
	net.ListenPacket("udp", "224.0.0.1:9999")
	net.ListenUDP("udp", &net.UDPAddr{IP: net.ParseIP("ff02::fb"), Port: 9998})
}

func discovery() {
	net.ListenPacket("udp", ":5353")
	net.ListenUDP("udp4", &net.UDPAddr{Port: 67})
	net.ListenPacket("udp4", "0.0.0.0:68")
	net.ListenPacket("udp", ":1900")
	net.ListenUDP("udp4", &net.UDPAddr{IP: net.IPv4zero, Port: 4011})
	net.ListenUDP("udp4", &net.UDPAddr{IP: net.IPv4zero, Port: 4012}) // want `port "4012"`
	net.Listen("tcp", ":5353")                                        // want `port "5353"`
}

func rawSocket(fd int) {
	syscall.Bind(fd, &syscall.SockaddrInet4{Port: 9801})
}

// Well-known ports, without a server that the rule knows.
func wellKnown() {
	net.Listen("tcp", ":25")
	net.ListenPacket("udp", ":53")
	net.Listen("tcp", ":22")
	net.ListenPacket("udp", ":514")
	net.Listen("tcp", ":ssh")
	net.Listen("tcp", ":1024") // want `port "1024"`
	net.Listen("tcp", ":80")   // want `port "80"`
}

func knownServer() {
	l, _ := net.Listen("tcp", ":81") // want `port "81"`
	http.Serve(l, nil)
	http.ListenAndServe(":53", nil) // want `port "53"`
}
