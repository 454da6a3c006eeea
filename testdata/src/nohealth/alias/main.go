// Package main imports net/http under another name.
package main

import (
	web "net/http"
)

func main() {
	mux := web.NewServeMux()
	mux.HandleFunc("/items", func(w web.ResponseWriter, r *web.Request) {})
	web.ListenAndServe(":8080", mux) // want `no route of this program looks like a health endpoint`
}
