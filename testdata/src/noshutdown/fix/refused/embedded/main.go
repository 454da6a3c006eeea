// Package main has a server that is stopped in another way.
package main

import (
	"log"
	"net/http"
)

type server struct{ *http.Server }

func (server) Shutdown() {}

func main() {
	s := server{&http.Server{Addr: ":8080"}}
	log.Fatal(s.ListenAndServe()) // want "never stopped by Shutdown"
}
