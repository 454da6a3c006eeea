// Package main uses things with the names of others.
package main

import (
	nethttp "net/http"

	"portconflict/shadow/http"
)

type fake struct{}

func (fake) Listen(network, addr string) {}

func main() {
	go http.ListenAndServe(":8080", nil)
	var net fake
	net.Listen("tcp", ":8080")
	addr := ":8081"
	go nethttp.ListenAndServe(addr, nil)
	{
		addr := ":8080"
		nethttp.ListenAndServe(addr, nil)
	}
}
