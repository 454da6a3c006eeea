// Package reuseport is a stub.
package reuseport

import "net"

func Listen(network, address string) (net.Listener, error)         { return nil, nil }
func ListenPacket(network, address string) (net.PacketConn, error) { return nil, nil }
