// Package main starts a server in a package of its own.
package main

import (
	"nohealth/cross/routes"
)

func main() {
	routes.Serve(routes.New()) // want `no route of this program .* \(http.ListenAndServe at routes.go:\d+\)`
}
