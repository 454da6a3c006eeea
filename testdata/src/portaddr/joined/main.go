// Package main joins IPv6 addresses with ports.
package main

import (
	"net"
	"net/http"
)

type beacon struct{ group, port string }

func newBeacon(six bool, port string) *beacon {
	b := &beacon{port: port, group: "239.10.20.30"}
	if six {
		b.group = "ff05::7:1"
	}
	return b
}

func (b *beacon) listen() { net.ListenPacket("udp", net.JoinHostPort(b.group, b.port)) }

func listen(host, port string) { http.ListenAndServe(net.JoinHostPort(host, port), nil) }

func sum(host, port string) { http.ListenAndServe(host+":"+port, nil) }

func main() {
	newBeacon(true, "7646").listen()
	listen("::1", "8080")
	listen("::", "8081")
	listen("localhost", "8082")
	listen("[::]", "8083") // want `address "\[\[::\]\]:8083" has its host in brackets twice`
	sum("[::]", "8084")
	sum("::", "8085")      // want `address ":::8085" has too many colons`
	sum("fd00::1", "8086") // want `address "fd00::1:8086" has too many colons`
}
