// Package main has one command, and nothing else that
// listens.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
)

func main() {
	var c struct{ Addr string }
	f, err := os.Open("consumer.json")
	if err != nil {
		log.Fatal(err)
	}
	if err := json.NewDecoder(f).Decode(&c); err != nil {
		log.Fatal(err)
	}
	if len(os.Args) > 1 && os.Args[1] == "serve" {
		log.Fatal(http.ListenAndServe(c.Addr, nil)) // want `no environment variable can set the port`
	}
}
