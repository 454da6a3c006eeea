// Package main listens on the elements of slices.
package main

import (
	"net"
	"net/http"
	"os"
	"strings"
)

func main() {
	for _, addr := range []string{":8901", ":8902"} { // want `port "8901"` `port "8902"`
		go http.ListenAndServe(addr, nil)
	}
	addrs := []string{":8903"} // want `port "8903".*passed to net.Listen at collections.go:17`
	for i := range addrs {
		net.Listen("tcp", addrs[i])
	}
	for _, p := range [...]string{"8904"} { // want `port "8904"`
		net.Listen("tcp", ":"+p)
	}
}

func appended() {
	addrs := []string{":8905"}
	if v := os.Getenv("EXTRA"); v != "" {
		addrs = append(addrs, v)
	}
	for _, a := range addrs {
		net.Listen("tcp", a)
	}
}

func split() {
	for _, a := range strings.Split(os.Getenv("ADDRS"), ",") {
		net.Listen("tcp", a)
	}
}

func servers(h http.Handler) {
	for _, s := range []*http.Server{
		{Addr: ":8906", Handler: h}, // want `port "8906"`
	} {
		go s.ListenAndServe()
	}
}

// Over 25 values are too many to mean anything.
func explosion(i int) {
	addrs := []string{":1", ":2", ":3", ":4", ":5", ":6", ":7", ":8", ":9", ":10", ":11", ":12", ":13", ":14", ":15",
		":16", ":17", ":18", ":19", ":20", ":21", ":22", ":23", ":24", ":25", ":26", ":27", ":28", ":29", ":30"}
	http.ListenAndServe(addrs[i], nil)
}
