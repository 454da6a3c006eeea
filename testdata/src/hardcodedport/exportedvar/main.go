// Package main sees that nobody assigns one of them.
package main

import (
	"hardcodedport/exportedvar/environment"
	"hardcodedport/exportedvar/server"
)

func main() {
	environment.Apply()
	server.Load()
	go server.Inner()
	go server.Admin()
	server.Run() // want `port "8181" is hardcoded.*written at settings.go:4`
}
