// Package main imports in unusual ways.
package main

import (
	stdnet "net"
	. "net/http"
	"os"
)

func main() {
	ListenAndServe("8080", nil)              // want `address "8080" has no colon`
	stdnet.Listen("tcp", ":"+os.Getenv("X")) // want `environment variable "X" decides`
	dotted()
}
