// Package main has handlers of its own types: a mux with methods, and a struct that hands on to one.
package main

import (
	"net/http"
)

func main() {
	s := &server{mux: http.NewServeMux()}
	s.mux.HandleFunc("/items", items)
	go http.ListenAndServe(":8080", s) // want `no route of this program looks like a health endpoint`
	e := &embedder{http.NewServeMux()}
	e.HandleFunc("/things", items)
	http.ListenAndServe(":8081", e)
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }

type server struct{ mux *http.ServeMux }

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Server", "x")
	s.mux.ServeHTTP(w, r)
}

type embedder struct{ *http.ServeMux }
