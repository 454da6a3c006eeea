// Package main closes its server, so somebody has thought of its end.
package main

import (
	"log"
	"net/http"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	http.HandleFunc("/quit", func(http.ResponseWriter, *http.Request) { srv.Close() })
	log.Fatal(srv.ListenAndServe()) // want "only stopped abruptly"
}
