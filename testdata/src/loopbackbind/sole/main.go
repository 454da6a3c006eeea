// Package main listens nowhere else, so this is what it is there for.
package main

import "net/http"

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/status", func(http.ResponseWriter, *http.Request) {})
	http.ListenAndServe("127.0.0.1:8081", mux) // want `host "127.0.0.1" is loopback`
}
