// Package main uses things with the names of others.
package main

import (
	nethttp "net/http"
	"os"

	"portaddr/shadow/http"
)

type fake struct{}

func (fake) Listen(network, addr string) {}
func (fake) Getenv(name string) string   { return ":8080" }

func main() {
	http.ListenAndServe("8080", nil)
	var net fake
	net.Listen("tcp", "8080")
	{
		var os fake
		nethttp.ListenAndServe(os.Getenv("PORT"), nil)
	}
	port := "8081"
	{
		port := ":8082"
		nethttp.ListenAndServe(port, nil)
	}
	nethttp.ListenAndServe(port, nil) // want `address "8081" has no colon`
	_ = os.Args
}
