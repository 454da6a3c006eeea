// Package main can do without the server whose error another package drops: it is
// for the operator.
package main

import (
	"log"
	"net/http"
	"net/http/pprof"
	"os"

	"listenerr/dropsthere/web"
)

func main() {
	profiles := http.NewServeMux()
	profiles.HandleFunc("/debug/pprof/", pprof.Index)
	web.New("localhost:6060", profiles).Begin()
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	log.Fatal(http.ListenAndServe(os.Getenv("ADDR"), mux))
}
