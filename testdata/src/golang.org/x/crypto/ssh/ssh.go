// Package ssh is a stub of golang.org/x/crypto/ssh.
package ssh

type Client struct{}

type ClientConfig struct{}

func Dial(network, addr string, config *ClientConfig) (*Client, error) { return nil, nil }
