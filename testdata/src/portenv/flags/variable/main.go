// Command variable has its flag in a package variable.
package main

import (
	"flag"
	"net"
	"net/http"
)

var addr string

func init() { flag.StringVar(&addr, "listen", ":8080", "address") }

func main() {
	flag.Parse()
	l, err := net.Listen("tcp", addr) // want "it comes from flag -listen"
	if err != nil {
		panic(err)
	}
	panic(http.Serve(l, http.FileServer(http.Dir("."))))
}
