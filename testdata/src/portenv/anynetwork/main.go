// Package main listens on what it is told, which is a unix socket.
package main

import (
	"log"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
)

func main() { serve(socket()) }

var socket func() string

func serve(where string) {
	u, err := url.Parse(where)
	if err != nil {
		log.Fatal(err)
	}
	l, err := net.Listen(u.Scheme, filepath.Join("/run", u.Path))
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.Serve(l, nil))
}
