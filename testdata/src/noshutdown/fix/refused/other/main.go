// Package main serves in another function than main.
package main

import (
	"log"
	"net/http"
)

func main() { serve() }

func serve() {
	log.Fatal(http.ListenAndServe(":8080", nil)) // want "gives no handle"
}
