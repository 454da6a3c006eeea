// Package main starts servers that it keeps in variables: one finding for the program.
package main

import (
	"net/http"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/items", items)
	srv := &http.Server{Addr: ":8080", Handler: logged(mux)}
	go srv.ListenAndServe() // want `no route of this program looks like a health endpoint`
	other := http.Server{Addr: ":8081"}
	other.Handler = mux
	other.ListenAndServe()
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }

func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		println(r.URL.Path)
		next.ServeHTTP(w, r)
	})
}
