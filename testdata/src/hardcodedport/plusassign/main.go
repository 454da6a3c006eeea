// Package main builds the address by and by.
package main

import (
	"net"
	"net/http"
	"os"
)

func main() {}

func add() {
	built := ":"
	built += "8116"
	http.ListenAndServe(built, nil) // want `port "8116"`
}

// A port that is added only where there is none is a default.
func completed(host string) {
	addr := host
	if _, _, err := net.SplitHostPort(addr); err != nil {
		addr += ":8117"
	}
	http.ListenAndServe(addr, nil)
}

func listens() {
	completed(os.Getenv("HOST"))
	http.ListenAndServe(withPort(os.Getenv("HOST"), "8118"), nil)
	http.ListenAndServe(always("8119"), nil) // want `port "8119"`
}

func withPort(addr, port string) string {
	if _, _, err := net.SplitHostPort(addr); err != nil {
		addr += ":" + port
	}
	return addr
}

func always(port string) string {
	addr := ""
	addr += ":" + port
	return addr
}
