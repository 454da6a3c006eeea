// Package main serves a chi router on an address that nobody else can reach
// or choose, and without a handle on the server.
package main

import (
	"log"
	"net/http"

	"github.com/go-chi/chi/v5"
)

func main() {
	r := chi.NewRouter()
	r.Get("/orders", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) })
	r.Get("/status", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) })
	log.Fatal(http.ListenAndServe("127.0.0.1:3000", r)) // want `hardcodedport: port "3000"` `loopbackbind: host "127.0.0.1"` `noshutdown: http.ListenAndServe gives no handle`
}
