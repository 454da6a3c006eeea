// Package main has a value that is called http, whose route is none.
package main

import (
	"net/http"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/items", items)
	{
		http := fake{}
		http.HandleFunc(path("heal", "th"), nil)
		http.ListenAndServe(":9090", nil)
	}
	http.ListenAndServe(":8080", mux) // want `no route of this program looks like a health endpoint`
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }

type fake struct{}

func (fake) HandleFunc(string, any)           {}
func (fake) ListenAndServe(string, any) error { return nil }

func path(a, b string) string { return "/" + a + b }
