// Command hello is a sample.
package main

import "net"

func main() {
	net.Listen("tcp", ":8004") // want `port "8004"`
}
