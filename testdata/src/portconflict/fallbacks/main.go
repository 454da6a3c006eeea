// Package main tries one address after the other, some of them twice.
package main

import (
	"log"
	"net"
	"net/http"
)

func list() net.Listener {
	for _, addr := range []string{":8901", ":8902", ":0"} {
		if ln, err := net.Listen("tcp", addr); err == nil {
			return ln
		}
	}
	return nil
}

func again() net.Listener {
	ln, err := net.Listen("tcp", ":8901")
	if err != nil {
		ln, err = net.Listen("tcp", "localhost:8901")
	}
	if err != nil {
		ln, _ = net.Listen("tcp", ":0")
	}
	return ln
}

func instead(addr string) net.Listener {
	ln, err := net.Listen("tcp", addr)
	if err == nil {
		return ln
	}
	ln, err = net.Listen("tcp", ":0")
	if err != nil {
		log.Fatal(err)
	}
	return ln
}

func main() {
	go http.Serve(list(), nil)
	go http.Serve(again(), nil)
	go http.Serve(instead(":8911"), nil)
	go http.Serve(instead(":8911"), nil)
	go http.ListenAndServe(":8912", nil)
	log.Fatal(http.ListenAndServe("0.0.0.0:8912", nil)) // want `8912`
}
