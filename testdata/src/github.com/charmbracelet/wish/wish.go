// Package wish is a stub.
package wish

import "github.com/charmbracelet/ssh"

func NewServer(ops ...ssh.Option) (*ssh.Server, error) { return nil, nil }
func WithAddress(addr string) ssh.Option               { return nil }
func WithHostKeyPath(path string) ssh.Option           { return nil }
