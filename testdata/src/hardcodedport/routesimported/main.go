// Package main gets its routes through another package.
package main

import (
	"net/http"
	_ "net/http/pprof"

	_ "hardcodedport/routesimported/routes"
)

func main() {
	http.ListenAndServe("localhost:6060", nil) // want `port "6060"`
}
