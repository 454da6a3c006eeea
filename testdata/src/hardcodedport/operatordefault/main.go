// Package main serves nothing but a library's pages for operators on the
// default mux.
package main

import (
	"net/http"

	"github.com/arl/statsviz"
)

func main() {
	_ = statsviz.RegisterDefault()
	http.ListenAndServe("localhost:9603", nil)
	http.ListenAndServe(":9604", nil) // want `port "9604"`
}
