// Package main answers for health in middleware.
package main

import (
	"net/http"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/items", items)
	http.ListenAndServe(":8080", probed(mux))
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }

func probed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/healthz" {
			return
		}
		next.ServeHTTP(w, r)
	})
}
