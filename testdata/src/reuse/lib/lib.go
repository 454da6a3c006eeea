// Package lib listens for others.
package lib

import (
	"net"

	"github.com/libp2p/go-reuseport"
)

func Shared(addr string) (net.Listener, error) { return reuseport.Listen("tcp", addr) } // want `the port may be shared`

func Alone(addr string) (net.Listener, error) { return net.Listen("tcp", addr) }
