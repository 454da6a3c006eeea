// Package rpc describes its service itself.
package rpc

import (
	"net"

	"google.golang.org/grpc"
)

const name = "shop." + "Orders"

var orders = &grpc.ServiceDesc{ServiceName: name}

// Serve serves on l.
func Serve(l net.Listener) error {
	s := grpc.NewServer()
	s.RegisterService(orders, struct{}{})
	s.RegisterService(&grpc.ServiceDesc{ServiceName: "shop.Carts"}, struct{}{})
	return s.Serve(l)
}
