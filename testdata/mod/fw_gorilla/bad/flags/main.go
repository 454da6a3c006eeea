// Package main takes the port from the command line only.
package main

import (
	"flag"
	"fmt"
	"log"
	"net/http"
	"time"

	"github.com/gorilla/mux"
)

func main() {
	port := flag.Int("port", 8000, "port to listen on")
	flag.Parse()
	r := mux.NewRouter()
	api := r.PathPrefix("/api").Subrouter()
	api.HandleFunc("/orders/{id:[0-9]+}", func(w http.ResponseWriter, r *http.Request) {})
	srv := &http.Server{
		Handler:      r,
		Addr:         fmt.Sprintf(":%d", *port),
		WriteTimeout: 15 * time.Second,
	}
	log.Fatal(srv.ListenAndServe()) // want `noshutdown: .* never stopped by Shutdown` `nohealth: no route of this program`
}
