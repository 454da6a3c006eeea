// Package main sees that nobody assigns one of them.
package main

import "hardcodedport/exportedvar/server"

func main() {
	server.Load()
	go server.Admin()
	server.Run() // want `port "8181" is hardcoded.*written at settings.go:4`
}
