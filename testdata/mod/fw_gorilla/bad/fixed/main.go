// Package main serves a gorilla router on an address that nobody else can
// reach or choose, and without a handle on the server.
package main

import (
	"log"
	"net/http"

	"github.com/gorilla/mux"
)

func main() {
	r := mux.NewRouter()
	r.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }).Methods(http.MethodGet)
	r.HandleFunc("/status", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }).Methods(http.MethodGet)
	http.Handle("/", r)
	log.Fatal(http.ListenAndServe("localhost:8000", nil)) // want `hardcodedport: port "8000"` `loopbackbind: host "localhost"` `noshutdown: http.ListenAndServe gives no handle`
}
