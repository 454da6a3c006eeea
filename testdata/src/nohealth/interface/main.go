// Package main serves a user interface of files at the root.
package main

import (
	"net/http"
)

func main() {
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir("public")))
	http.ListenAndServe(":8080", mux)
}
