// Package main registers muxes on themselves, and what operators look at
// through functions that take no handler.
package main

import (
	"net/http"

	"github.com/arl/statsviz"
)

func main() {
	_ = statsviz.RegisterDefault()
	http.Handle("/v1/", http.StripPrefix("/v1", http.DefaultServeMux))
	http.ListenAndServe(":9601", nil) // want `port "9601"`

	mux := http.NewServeMux()
	mux.HandleFunc("/", func(http.ResponseWriter, *http.Request) {})
	mux.Handle("/v2/", http.StripPrefix("/v2", mux))
	http.ListenAndServe(":9602", mux) // want `port "9602"`
}
