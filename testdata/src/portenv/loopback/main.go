// Command loopback is a developer's tool: it listens on loopback by default.
package main

import (
	"flag"
	"net/http"
)

func main() {
	addr := flag.String("addr", "localhost:8080", "where to listen")
	flag.Parse()
	http.ListenAndServe(*addr, http.FileServer(http.Dir(".")))
}
