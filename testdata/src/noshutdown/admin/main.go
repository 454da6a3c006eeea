// Package main has a broker, and pages for whoever looks after it.
package main

import (
	"io"
	"log"
	"net"

	"noshutdown/admin/pages"
)

func main() {
	go func() { log.Fatal(pages.New(":15672").Start()) }()
	l, err := net.Listen("tcp", ":5672")
	if err != nil {
		log.Fatal(err)
	}
	for {
		c, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go io.Copy(c, c)
	}
}
