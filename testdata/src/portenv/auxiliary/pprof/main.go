// Command pprof is a worker that can be profiled.
package main

import (
	"flag"
	"net/http"
	_ "net/http/pprof"
)

func main() {
	addr := flag.String("pprof", "localhost:6060", "where to serve profiles")
	flag.Parse()
	go http.ListenAndServe(*addr, nil)
	select {}
}
