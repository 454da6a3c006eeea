// Package main shares ports on purpose.
package main

import (
	"context"
	"net"
	"net/http"
	"syscall"
)

func control(network, address string, c syscall.RawConn) error { return nil }

func reuse(ctx context.Context) {
	lc := net.ListenConfig{Control: control}
	a, _ := lc.Listen(ctx, "tcp", ":8080")
	b, _ := lc.Listen(ctx, "tcp", ":8080")
	go http.Serve(a, nil)
	http.Serve(b, nil)
}

func exclusive(ctx context.Context) {
	var lc net.ListenConfig
	a, _ := lc.Listen(ctx, "tcp", ":8081")
	b, _ := lc.Listen(ctx, "tcp", ":8081") // want `port "8081" is that of \(\*net.ListenConfig\).Listen at shared.go:23`
	go http.Serve(a, nil)
	http.Serve(b, nil)
}

func main() {
	go reuse(context.Background())
	exclusive(context.Background())
}
