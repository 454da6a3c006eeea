// Package main opens the near end of a tunnel.
package main

import (
	"fmt"
	"io"
	"log"
	"net"
	"os"
	"strconv"

	"golang.org/x/crypto/ssh"
)

type tunnel struct {
	port   int
	client *ssh.Client
	near   net.Listener
}

func (t *tunnel) configure() error {
	client, err := ssh.Dial("tcp", os.Getenv("GATEWAY"), nil)
	if err != nil {
		return err
	}
	near, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%v", t.port))
	if err != nil {
		return err
	}
	t.client, t.near = client, near
	return nil
}

func main() {
	port, err := strconv.Atoi(os.Getenv("NEAR_PORT"))
	if err != nil {
		log.Fatal(err)
	}
	t := &tunnel{port: port}
	if err := t.configure(); err != nil {
		log.Fatal(err)
	}
	for {
		conn, err := t.near.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go io.Copy(io.Discard, conn)
	}
}
