// Command unix has no port at all.
package main

import (
	"flag"
	"net"
	"net/http"
)

func main() {
	path := flag.String("socket", "/run/app.sock", "where to listen")
	flag.Parse()
	l, err := net.Listen("unix", *path)
	if err == nil {
		http.Serve(l, http.FileServer(http.Dir(".")))
	}
}
