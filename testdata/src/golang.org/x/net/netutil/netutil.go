// Package netutil is a stub of golang.org/x/net/netutil: the signatures that tests use.
package netutil

import "net"

func LimitListener(l net.Listener, n int) net.Listener { return nil }
