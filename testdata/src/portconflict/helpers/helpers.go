// Package main listens through helpers.
package main

import (
	"net"
	"net/http"
	"os"
)

func listen(addr string) net.Listener {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		panic(err)
	}
	return l
}

// Two literals are two listeners.
func two() {
	a := listen(":8080")
	b := listen(":8080") // want `port "8080" is that of net.Listen at helpers.go:20, too, .*passed to net.Listen at helpers.go:11`
	go http.Serve(a, nil)
	http.Serve(b, nil)
}

// One value is one address that several components need.
func component(addr string) {
	go http.Serve(listen(addr), nil)
}

func several() {
	addr := ":8081"
	component(addr)
	component(addr)
	select {}
}

func fromEnv() {
	addr := os.Getenv("ADDR")
	component(addr)
	component(addr)
	select {}
}

var servers = map[string]*http.Server{}

func main() {
	go two()
	go several()
	fromEnv()
}
