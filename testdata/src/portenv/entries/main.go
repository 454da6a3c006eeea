// Package main opens a port for each entry of a file, and one when a request
// asks for it: no variable could set them all.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	"portenv/entries/proxy"
)

func main() {
	var all proxy.Collection
	data, err := os.ReadFile("proxies.json")
	if err != nil {
		log.Fatal(err)
	}
	if err := all.Load(data); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/proxies", func(w http.ResponseWriter, r *http.Request) {
		var p proxy.Proxy
		if json.NewDecoder(r.Body).Decode(&p) == nil {
			_ = p.Start()
		}
	})
	srv := &http.Server{Addr: "localhost:8474"}
	log.Fatal(srv.ListenAndServe())
}
