// Package api is what a window or a service may be in front of.
package api

import "net"

func Serve(addr string) error {
	_, err := net.Listen("tcp", addr)
	return err
}
