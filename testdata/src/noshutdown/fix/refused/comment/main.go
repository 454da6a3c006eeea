// Package main has a comment where no code will be.
package main

import (
	"log"
	"net/http"
)

func main() {
	log.Fatal(http.ListenAndServe(":8080" /* the default mux */, nil)) // want "gives no handle"
}
