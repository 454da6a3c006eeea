// Package main starts a hertz server at hertz' default address, :8888.
package main

import "github.com/cloudwego/hertz/pkg/app/server"

func main() {
	server.Default().Spin() // want `hardcodedport: port "8888"` `nohealth: no route of this program`
}
