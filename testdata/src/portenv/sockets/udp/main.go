// Command udp has no TCP port.
package main

import (
	"flag"
	"net"
)

func main() {
	addr := flag.String("addr", ":9999", "where to listen")
	flag.Parse()
	c, err := net.ListenPacket("udp", *addr)
	if err == nil {
		c.Close()
	}
}
