// Package main was written on a laptop.
package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"github.com/gorilla/mux"
)

func main() {
	r := mux.NewRouter()
	r.HandleFunc("/orders", func(http.ResponseWriter, *http.Request) {})
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	srv := &http.Server{
		Handler:      r,
		Addr:         "127.0.0.1:" + port, // want `host "127.0.0.1" is loopback.*passed to \(\*http.Server\).ListenAndServe`
		WriteTimeout: 15 * time.Second,
	}
	log.Fatal(srv.ListenAndServe())
}
