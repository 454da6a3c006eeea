// Package main hands its mux to somebody else.
package main

import (
	"net/http"

	"example.com/kit"
)

func main() {
	mux := http.NewServeMux()
	kit.Mount(mux)
	http.ListenAndServe(":8080", mux)
}
