// Package main has something to do when there is no error.
package main

import (
	"log"
	"net/http"
)

func main() {
	if err := http.ListenAndServe(":8080", nil); err != nil { // want "gives no handle"
		log.Fatal(err)
	} else {
		log.Print("stopped")
	}
}
