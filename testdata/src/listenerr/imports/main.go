// Package main imports under other names, and other things under those names.
package main

import (
	"log"
	. "net"
	web "net/http"
	"os"

	"listenerr/imports/internal/http"
)

type network struct{}

func (network) Listen(string, string) (Listener, error) { return nil, nil }

func main() {
	l, _ := Listen("tcp", os.Getenv("A")) // want `the error of net.Listen is dropped`
	log.Print(web.Serve(l, nil))
	go web.ListenAndServe(os.Getenv("B"), nil) // want `the error of http.ListenAndServe is dropped`
	http.ListenAndServe(os.Getenv("C"))
	{
		net := network{}
		l, _ := net.Listen("tcp", os.Getenv("D"))
		log.Print(web.Serve(l, nil))
	}
}
