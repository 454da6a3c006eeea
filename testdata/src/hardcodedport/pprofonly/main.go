// Package main has profiles on the default mux and nothing else.
package main

import (
	"net/http"
	_ "net/http/pprof"
)

func main() {
	go http.ListenAndServe("localhost:6060", nil)
	go http.ListenAndServe("127.0.0.1:6061", nil)
	go http.ListenAndServe(":6062", nil)                      // want `port "6062"`
	http.ListenAndServe("0.0.0.0:6063", http.DefaultServeMux) // want `port "6063"`
}
