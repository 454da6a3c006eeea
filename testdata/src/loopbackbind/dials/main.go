// Package main connects to its own servers.
package main

import (
	"net"
	"net/http"
	"os/exec"
	"time"
)

func main() {}

func selfTest() {
	go http.ListenAndServe("127.0.0.1:8101", nil)
	http.Get("http://127.0.0.1:8101/")
}

func pipe() (client, server net.Conn) {
	l, err := net.Listen("tcp", "127.0.0.1:8102")
	if err != nil {
		return nil, nil
	}
	client, _ = net.DialTimeout("tcp", "127.0.0.1:8102", time.Second)
	server, _ = l.Accept()
	return client, server
}

func child() {
	l, err := net.Listen("tcp", "127.0.0.1:8103")
	if err != nil {
		return
	}
	exec.Command("worker", "-parent", "127.0.0.1:8103").Start()
	l.Accept()
}

func neither() {
	http.ListenAndServe("127.0.0.1:8104", nil) // want `host "127.0.0.1"`
}
