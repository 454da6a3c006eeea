// Package main registers and serves in closures.
package main

import (
	"net/http"
)

func main() {
	mux := http.NewServeMux()
	register := func(path string) { mux.HandleFunc(path, items) }
	register("/items")
	func() {
		http.ListenAndServe(":8080", mux) // want `no route of this program looks like a health endpoint`
	}()
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
