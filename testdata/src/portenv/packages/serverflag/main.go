// Command serverflag has a flag for it.
package main

import (
	"flag"
	"net/http"

	"portenv/packages/server"
)

func main() {
	port := flag.String("port", "8080", "port")
	flag.Parse()
	server.RunConfig(server.Config{Addr: ":" + *port}, http.FileServer(http.Dir("."))) // want "it comes from flag -port .http.ListenAndServe at server.go:31."
}
