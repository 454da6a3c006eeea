// Package main serves with libraries that can drain nothing, and with one that
// can.
package main

import (
	"log"
	"net"
	"net/http"
	"net/http/fcgi"
	"net/rpc"
	"os"
)

func main() {
	l, err := net.Listen("tcp", os.Getenv("ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	switch os.Getenv("PROTOCOL") {
	case "fcgi":
		log.Fatal(fcgi.Serve(l, nil))
	case "rpc":
		rpc.Accept(l)
	default:
		log.Fatal(http.Serve(l, nil)) // want `gives no handle`
	}
}
