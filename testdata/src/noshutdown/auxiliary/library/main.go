// Command library has pprof on the default mux because of another package.
package main

import (
	"net/http"

	_ "noshutdown/auxiliary/library/debug"
)

func main() {
	go http.ListenAndServe(":6060", nil)
	serve()
}

func serve() error {
	return http.ListenAndServe(":8080", http.FileServer(http.Dir("."))) // want "http.ListenAndServe gives no handle"
}
