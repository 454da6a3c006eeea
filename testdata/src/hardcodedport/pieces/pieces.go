// Package main takes addresses apart and puts them together again.
package main

import (
	"net"
	"net/http"
	"os"
	"strconv"
)

func everywhere(addr string) string {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		panic(err)
	}
	if host == "localhost" {
		host = ""
	}
	return net.JoinHostPort(host, port)
}

func after(base int) string { return ":" + strconv.Itoa(base+1) }

func main() {
	go http.ListenAndServe(everywhere("localhost:8191"), nil) // want `port "8191" is hardcoded`
	go http.ListenAndServe(everywhere(os.Getenv("LISTEN_ADDR")), nil)
	base := 8192
	go http.ListenAndServe(":"+strconv.Itoa(base+1), nil) // want `port "8193" is hardcoded`
	port, err := strconv.Atoi(os.Getenv("PORT"))
	if err != nil {
		panic(err)
	}
	http.ListenAndServe(after(port), nil)
}
