// Command computed has pages for its operator on the default mux, at paths that are
// put together when it runs, and serves its users elsewhere.
package main

import (
	"net/http"
	_ "net/http/pprof"
	"os"

	"noshutdown/auxiliary/computed/queue"
)

func main() {
	queue.Observe(os.Args[1:])
	go http.ListenAndServe(os.Getenv("SIDE_ADDR"), nil)
	serve()
}

func serve() error {
	return http.ListenAndServe(os.Getenv("ADDR"), http.FileServer(http.Dir("."))) // want "http.ListenAndServe gives no handle"
}
