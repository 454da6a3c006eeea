// Package main serves with one function.
package main

import (
	"net/http"
)

func main() {
	http.ListenAndServe(":8080", http.HandlerFunc(items))
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
