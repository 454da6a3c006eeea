// Package main calls functions that are in variables.
package main

import (
	"context"
	"net"
	"net/http"
)

func main() {}

func call(ctx context.Context, h http.Handler) {
	listen := net.Listen
	listen("tcp", ":8615") // want `port "8615"`
	bind := new(net.ListenConfig).Listen
	bind(ctx, "tcp", ":8616") // want `port "8616"`
	_ = h
}
