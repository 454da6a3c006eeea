// Package main lets the host of its service be chosen; what is fixed is beside it.
package main

import (
	"flag"
	"net/http"
)

func main() {
	addr := flag.String("addr", "localhost:8080", "")
	flag.Parse()
	go http.ListenAndServe("127.0.0.1:8081", http.NotFoundHandler())
	http.ListenAndServe(*addr, http.NotFoundHandler())
}
