// Package ipv6 is a stub of golang.org/x/net/ipv6: what tests use.
package ipv6

import "net"

type PacketConn struct{ dgramOpt }

type dgramOpt struct{}

func NewPacketConn(c net.PacketConn) *PacketConn { return &PacketConn{} }

func (c *dgramOpt) JoinGroup(ifi *net.Interface, group net.Addr) error { return nil }
func (c *dgramOpt) JoinSourceSpecificGroup(ifi *net.Interface, group, source net.Addr) error {
	return nil
}
