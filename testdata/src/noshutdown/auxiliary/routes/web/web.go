// Package web registers a route on the default mux.
package web

import "net/http"

func init() {
	http.HandleFunc("/hello", func(w http.ResponseWriter, r *http.Request) { w.Write(nil) })
}
