// Package library is no program.
package library

import "net/http"

func Serve() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/items", func(w http.ResponseWriter, r *http.Request) {})
	return http.ListenAndServe(":8080", mux)
}
