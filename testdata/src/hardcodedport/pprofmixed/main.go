// Package main has its own routes on the default mux, beside the profiles.
package main

import (
	"net/http"
	_ "net/http/pprof"
)

func main() {
	http.HandleFunc("/", func(http.ResponseWriter, *http.Request) {})
	http.ListenAndServe("localhost:6060", nil) // want `port "6060"`
}
