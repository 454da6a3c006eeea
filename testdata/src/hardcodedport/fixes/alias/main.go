// Package main has its imports by other names.
package main

import (
	env "os"

	compare "cmp"
	"net/http"
)

var _, _ = env.Args, compare.Compare[int]

func main() {
	http.ListenAndServe(":8080", nil) // want `port "8080"`
}
