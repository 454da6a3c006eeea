// Command beside has a listener of its own beside that of another package.
package main

import (
	"net"

	"noshutdown/roles/sole/web"
)

func main() {
	go web.Run()
	l, err := net.Listen("tcp", ":7700")
	if err != nil {
		return
	}
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		c.Close()
	}
}
