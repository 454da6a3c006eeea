// Package main starts a hertz server at hertz' default address, :8888. A known
// miss: hardcodedport should fire, but the address is that of an option that is
// not there, and options are found where they are.
package main

import "github.com/cloudwego/hertz/pkg/app/server"

func main() { server.Default().Spin() }
