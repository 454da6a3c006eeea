// Package main serves with what another package listens on by itself, or may not.
package main

import (
	"log"
	"net"

	"portaddr/switchedoff/kit"
)

func main() {
	own, err := net.Listen("tcp", ":8080")
	if err != nil {
		log.Fatal(err)
	}
	if _, err := kit.New(kit.WithListener(own), kit.WithoutGateway()); err != nil {
		log.Fatal(err)
	}
	if _, err := kit.New(kit.WithListener(own), kit.WithAddress("8081")); err != nil { // want `address "8081" has no colon`
		log.Fatal(err)
	}
	log.Fatal(kit.Always()) // want `address "0.0.0.0" has no port`
}
