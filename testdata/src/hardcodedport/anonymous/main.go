// Package main has structs without names, and servers in variables of the package.
package main

import (
	"net"
	"net/http"
)

var config = struct {
	http struct{ addr string }
	port string
}{port: "8501"} // want `port "8501".*passed to net.Listen`

func init() { config.http.addr = ":8502" } // want `port "8502"`

var server http.Server

var pointer *http.Server

func main() {
	net.Listen("tcp", ":"+config.port)
	net.Listen("tcp", config.http.addr)
	server.Addr = ":8503" // want `port "8503"`
	go server.ListenAndServe()
	pointer = &http.Server{Addr: ":8504"} // want `port "8504"`
	pointer.ListenAndServe()
}
