// Package main imports in unusual ways.
package main

import (
	stdnet "net"
	. "net/http"
)

func main() {
	go ListenAndServe(":8080", nil)
	stdnet.Listen("tcp", ":8080") // want `port "8080" is that of http.ListenAndServe at imports.go:10`
}
