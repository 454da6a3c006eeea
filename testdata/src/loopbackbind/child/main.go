// Package main gives its address to a child process.
package main

import (
	"net"
	"os"
	"os/exec"
)

func main() {
	const addr = "127.0.0.1:8101"
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return
	}
	defer l.Close()
	cmd := exec.Command("worker")
	cmd.Env = append(os.Environ(), "PARENT="+addr)
	cmd.Start()
	l.Accept()
}
