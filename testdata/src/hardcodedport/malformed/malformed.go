// Package main has addresses that cannot be: portaddr's, not this rule's.
package main

import (
	"net"
	"net/http"
)

func main() {
	http.ListenAndServe("8080", nil)
	http.ListenAndServe(":99999", nil)
	http.ListenAndServe(":-1", nil)
	http.ListenAndServe(":8080/path", nil)
	http.ListenAndServe(":nosuchservice", nil)
	net.Listen("tcp", "localhost")
	net.ListenTCP("tcp", &net.TCPAddr{Port: 70000})
}
