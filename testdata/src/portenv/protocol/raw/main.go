// Command raw speaks a protocol of its own, and serves pages beside it: its
// users know the port.
package main

import (
	"flag"
	"io"
	"net"
	"net/http"
)

func main() {
	pages := flag.String("pages", ":8080", "address of the pages")
	echo := flag.String("echo", ":7000", "address of the echo")
	flag.Parse()
	go http.ListenAndServe(*pages, http.FileServer(http.Dir(".")))
	l, err := net.Listen("tcp", *echo)
	if err != nil {
		panic(err)
	}
	for {
		c, err := l.Accept()
		if err != nil {
			panic(err)
		}
		go io.Copy(c, c)
	}
}
