// Command library has pprof on the default mux because of another package.
package main

import (
	"net/http"

	_ "noshutdown/auxiliary/library/debug"
)

func main() { http.ListenAndServe(":6060", nil) }
