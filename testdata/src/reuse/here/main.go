// Package main shares ports with other sockets, and does not.
package main

import (
	"context"
	"net"
	"syscall"

	"reuse/lib"
)

func main() {
	ctx := context.Background()
	control := func(network, address string, c syscall.RawConn) error { return nil }

	set := net.ListenConfig{Control: control}
	_, _ = set.Listen(ctx, "tcp", ":8080")       // want `the port may be shared`
	_, _ = set.ListenPacket(ctx, "udp", ":8080") // want `the port may be shared`

	var later net.ListenConfig
	later.Control = control
	_, _ = later.Listen(ctx, "tcp", ":8080") // want `the port may be shared`

	plain := net.ListenConfig{KeepAlive: -1}
	_, _ = plain.Listen(ctx, "tcp", ":8080")

	_, _ = lib.Shared(":8080") // want `the port may be shared`
	_, _ = lib.Alone(":8080")
}

// A configuration from elsewhere may have it.
func given(lc *net.ListenConfig) {
	_, _ = lc.Listen(context.Background(), "tcp", ":8080") // want `the port may be shared`
}
