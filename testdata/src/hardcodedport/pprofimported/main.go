// Package main gets its profiles through another package.
package main

import (
	"net/http"

	_ "hardcodedport/pprofimported/debug"
)

func main() {
	http.ListenAndServe("localhost:6060", nil)
}
