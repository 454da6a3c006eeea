// Package server is a stub.
package server

import "net"

type Option = option

type option struct{}

type Server interface {
	Run() error
	Stop() error
}

func NewServer(ops ...Option) Server       { return nil }
func WithServiceAddr(addr net.Addr) Option { return Option{} }
