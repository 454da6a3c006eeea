// Package main ends with the shortest server there is.
package main

import (
	"log"
	"net/http"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {})

	// Serve until something goes wrong.
	log.Fatal(http.ListenAndServe(":8080", nil)) // want "gives no handle"
}
