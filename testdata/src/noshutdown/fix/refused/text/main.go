// Package main has a variable err that is no error.
package main

import (
	"log"
	"net/http"
)

func main() {
	err := "cannot listen"
	log.Fatal(err, http.ListenAndServe(":8080", nil)) // want "gives no handle"
}
