// Package main hands loopback hosts through constants, fields and functions.
package main

import (
	"net"
	"net/http"
	"os"
)

const host = "localhost"

var variable = "127.0.0.1"

func main() {
	http.ListenAndServe(host+":8201", nil)                       // want `host "localhost"`
	http.ListenAndServe(net.JoinHostPort(variable, "8202"), nil) // want `host "127.0.0.1".*written at main.go:12`
}

type config struct {
	host string
	port string
}

func fields() {
	c := config{
		host: "localhost", // want `host "localhost".*passed to net.Listen`
		port: os.Getenv("PORT"),
	}
	net.Listen("tcp", c.host+":"+c.port)
}

func local() {
	addr := "localhost:8205"
	http.ListenAndServe(addr, nil) // want `host "localhost".*written at main.go:33`
	go func() {
		http.ListenAndServe(addr, nil)
	}()
}

func methodValue(g interface{ Go(func() error) }) {
	srv := &http.Server{Addr: "localhost:8207"} // want `host "localhost"`
	g.Go(srv.ListenAndServe)
}

// One host for two ports is one cause.
const loop = "127.0.0.1"

func twoPorts() {
	net.Listen("tcp", loop+":"+os.Getenv("PORT")) // want `host "127.0.0.1"`
	net.Listen("tcp", loop+":"+os.Getenv("GRPC_PORT"))
}
