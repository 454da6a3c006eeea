// Package rpc describes its service itself.
package rpc

import (
	"net"

	"google.golang.org/grpc"
)

const name = "shop." + "Orders"

var orders = &grpc.ServiceDesc{ServiceName: name}

var health = grpc.ServiceDesc{ServiceName: "grpc.health.v1.Health"}

// Serve serves on l.
func Serve(l net.Listener) error {
	s := grpc.NewServer()
	s.RegisterService(orders, struct{}{})
	s.RegisterService(&health, struct{}{})
	return s.Serve(l)
}
