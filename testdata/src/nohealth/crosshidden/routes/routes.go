// Package routes registers for others.
package routes

import (
	"net/http"
	"os"
)

func Register(mux *http.ServeMux) {
	mux.HandleFunc(os.Getenv("PROBE_PATH"), func(w http.ResponseWriter, r *http.Request) {})
}
