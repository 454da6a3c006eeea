// Package main tells another package where to listen.
package main

import "loopbackbind/serveon"

func main() {
	serveon.ServeOn("localhost", nil) // want `host "localhost".*passed to http.ListenAndServe at .*serveon.go:7`
}
