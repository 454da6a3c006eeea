// Package main puts its address together.
package main

import (
	"net"
	"net/http"
	"os"
)

func main() {
	http.ListenAndServe(net.JoinHostPort(os.Getenv("HOST"), "8080"), nil) // want `port "8080"`
}
