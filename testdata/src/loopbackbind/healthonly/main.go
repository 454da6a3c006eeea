// Package main has a health endpoint of its own, for the kubelet's exec probe.
package main

import "net/http"

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", func(http.ResponseWriter, *http.Request) {})
	http.ListenAndServe("127.0.0.1:8081", mux)
}
