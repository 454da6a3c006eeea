// Package main checks something else.
package main

import "net/http"

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/items", items)
	mux.HandleFunc("/items/stock_check", items)
	http.ListenAndServe(":8080", mux) // want `looks like a health endpoint`
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
