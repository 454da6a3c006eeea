// Package main imports net/http without its name.
package main

import (
	. "net/http"
)

func main() {
	mux := NewServeMux()
	mux.HandleFunc("/items", func(w ResponseWriter, r *Request) {})
	ListenAndServe(":8080", mux) // want `no route of this program looks like a health endpoint`
}
