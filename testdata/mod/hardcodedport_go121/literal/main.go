// Package main is of a time without cmp.Or.
package main

import (
	"log"
	"net/http"
)

func main() {
	log.SetFlags(0)
	// Serve until something goes wrong.
	if err := http.ListenAndServe(":8080", nil); err != nil { // want `port "8080"`
		log.Fatal(err)
	}
}
