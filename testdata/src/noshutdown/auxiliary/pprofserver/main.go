// Command pprofserver has a server value for pprof.
package main

import (
	"net/http"
	"net/http/pprof"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	srv := &http.Server{Addr: ":6060", Handler: mux}
	go srv.ListenAndServe()
	serve()
}

func serve() error {
	return http.ListenAndServe(":8080", http.FileServer(http.Dir("."))) // want "http.ListenAndServe gives no handle"
}
