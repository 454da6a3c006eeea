// Package main has its address in a variable of the package.
package main

import "net/http"

var server = struct {
	addr string // to listen on
	name string // for the logs
}{
	addr: "[::]:8080", // want `port "8080"`
	name: "api",       // aligned
}

func main() {
	http.ListenAndServe(server.addr, nil)
}
