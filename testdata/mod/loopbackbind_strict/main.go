// Command strict listens on loopback, beside an address that can be reached.
package main

import (
	"net"
	"os"
)

func main() {
	net.Listen("tcp", "127.0.0.1:8081") // want `host "127.0.0.1"`
	net.Listen("tcp", ":"+os.Getenv("PORT"))
}

// Strict is not blind to what is meant.
func intended() {
	net.Listen("tcp", "127.0.0.1:0")
	net.Listen("tcp", os.Getenv("HOST")+":8082")
}

func debugServer() {
	net.Listen("tcp", "127.0.0.1:6060")
}
