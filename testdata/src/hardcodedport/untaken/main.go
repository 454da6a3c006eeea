// Package main takes none of the options.
package main

import "hardcodedport/untaken/server"

func main() {
	server.New().Run() // want `port "8161" is hardcoded.*written at server.go:20`
}
