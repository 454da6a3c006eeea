// Package main computes a pattern.
package main

import (
	"flag"
	"net/http"
)

func main() {
	path := flag.String("probe", "/probe", "path of the probe")
	flag.Parse()
	mux := http.NewServeMux()
	mux.HandleFunc(*path, items)
	http.ListenAndServe(":8080", mux)
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
