// Package routes registers for others.
package routes

import "net/http"

const base = "/api"

func Register(mux *http.ServeMux) {
	mux.HandleFunc(base+"/live", func(w http.ResponseWriter, r *http.Request) {})
}
