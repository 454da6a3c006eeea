// Package main joins multicast groups, whose ports others chose.
package main

import (
	"context"
	"net"

	"golang.org/x/net/ipv4"
	"golang.org/x/net/ipv6"
)

type receiver struct{ conn *ipv4.PacketConn }

func (r *receiver) join(group net.IP) error {
	return r.conn.JoinGroup(nil, &net.UDPAddr{IP: group})
}

func open(addr string) (net.PacketConn, error) { return net.ListenPacket("udp4", addr) }

func main() {
	c, err := net.ListenPacket("udp4", "0.0.0.0:9881")
	if err != nil {
		return
	}
	r := &receiver{conn: ipv4.NewPacketConn(c)}
	r.join(net.IPv4(239, 1, 2, 3))

	six, err := net.ListenUDP("udp6", &net.UDPAddr{Port: 9882})
	if err != nil {
		return
	}
	ipv6.NewPacketConn(six).JoinSourceSpecificGroup(nil, nil, nil)

	var lc net.ListenConfig
	shared, err := lc.ListenPacket(context.Background(), "udp", ":9883")
	if err != nil {
		return
	}
	joined(shared)

	helped, err := open(":9884")
	if err != nil {
		return
	}
	joined(helped)

	alone, err := net.ListenPacket("udp4", ":9885") // want `port "9885" is hardcoded`
	if err != nil {
		return
	}
	_ = ipv4.NewPacketConn(alone)
}

func joined(c net.PacketConn) {
	p := ipv4.NewPacketConn(c)
	p.JoinGroup(nil, nil)
}
