// Command notport listens on what is no port of the machine.
package main

import (
	"net"

	"golang.org/x/crypto/ssh"
	"tailscale.com/tsnet"
)

func main() {
	s := &tsnet.Server{Hostname: "app"}
	s.Listen("tcp", ":8080")
	s.ListenTLS("tcp", ":443")
}

func forward(c *ssh.Client) (net.Listener, error) {
	c.ListenTCP(&net.TCPAddr{Port: 8081})
	return c.Listen("tcp", "0.0.0.0:8080")
}

func beside() {
	net.Listen("tcp", ":8082") // want `port "8082"`
}
