// Package main has its port in a variable, which is shown as well.
package main

import (
	"fmt"
	"log"
	"net/http"
)

func main() {
	port := "8080" // the usual one
	log.Printf("listening on port %s, http://localhost:8080/", port)
	log.Fatal(http.ListenAndServe(fmt.Sprintf("%s:%s", "", port), nil)) // want `port "8080"`
}
