// Package main has a function with a way for each of its callers.
package main

import (
	"net"
	"net/http"
)

func listen(kind, addr string, n int) {
	switch kind {
	case "http", "web":
		http.ListenAndServe(addr, nil)
	case "raw":
		net.Listen("tcp", addr)
	default:
		if n > 0 || n == 0 {
			net.Listen("tcp", ":8664") // want `port "8664" is hardcoded`
		}
	}
}

func only(secure bool, n int) {
	switch {
	case secure:
		net.Listen("tcp", ":8665")
	case n == 2:
		net.Listen("tcp", ":8666") // want `port "8666" is hardcoded`
	case n == 3:
		net.Listen("tcp", ":8667")
	default:
		net.Listen("tcp", ":8668") // want `port "8668" is hardcoded`
	}
}

func main() {
	listen("web", ":8661", 1) // want `port "8661" is hardcoded.*http.ListenAndServe`
	listen("raw", ":8662", 1) // want `port "8662" is hardcoded.*net.Listen`
	listen("none", ":8663", 1)
	only(false, 1)
	only(false, 2)
}
