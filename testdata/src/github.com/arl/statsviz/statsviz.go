// Package statsviz is a stub.
package statsviz

type Server struct{}

type Option func(*Server) error

func RegisterDefault(opts ...Option) error { return nil }
