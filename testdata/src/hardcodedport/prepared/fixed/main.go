// Package main fixes what package server is given.
package main

import (
	"hardcodedport/prepared/server"
)

func main() {
	go server.Serve(server.Name("localhost:1234"), server.Addr(":8003")) // want `port "8003" is hardcoded`
	server.NewBuilder().Host("0.0.0.0").Port(8004).Build().Run()         // want `port "8004" is hardcoded`
}
