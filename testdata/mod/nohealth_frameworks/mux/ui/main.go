// Package main serves a user interface of somebody else.
package main

import (
	"net/http"

	"example.com/kit"
)

func main() {
	mux := http.NewServeMux()
	mux.Handle("/ui/", kit.UI())
	http.ListenAndServe(":8080", mux)
}
