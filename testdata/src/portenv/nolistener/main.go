// Command nolistener only connects.
package main

import (
	"flag"
	"net"
)

func main() {
	addr := flag.String("addr", "example.com:80", "where to connect")
	flag.Parse()
	c, err := net.Dial("tcp", *addr)
	if err == nil {
		c.Close()
	}
}
