// Package main has its own routes beside the profiles.
package main

import (
	"net/http"
	_ "net/http/pprof"
)

func main() {
	http.HandleFunc("/orders", func(http.ResponseWriter, *http.Request) {})
	http.ListenAndServe("localhost:8080", nil) // want `host "localhost"`
}
