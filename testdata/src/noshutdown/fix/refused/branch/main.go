// Package main serves in one of two ways.
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	if os.Getenv("PORT") != "" {
		log.Fatal(http.ListenAndServe(":"+os.Getenv("PORT"), nil)) // want "gives no handle"
	} else {
		log.Fatal(http.ListenAndServe(":8080", nil)) // the same start
	}
}
