// Package main has listeners for its operator only.
package main

import (
	"net/http"
	_ "net/http/pprof"
	"os"
)

func main() {
	go http.ListenAndServe(os.Getenv("PPROF"), nil)
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", func(http.ResponseWriter, *http.Request) {})
	go start(os.Getenv("PROBES"), mux)
	select {}
}

func start(addr string, h http.Handler) { http.ListenAndServe(addr, h) }
