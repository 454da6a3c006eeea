// Package rpc registers what it is given, and may be given a health service.
package rpc

import (
	"net"

	"google.golang.org/grpc"
)

// More are services of others.
var More []*grpc.ServiceDesc

// Serve serves on l.
func Serve(l net.Listener) error {
	s := grpc.NewServer()
	for _, d := range More {
		s.RegisterService(d, struct{}{})
	}
	return s.Serve(l)
}
