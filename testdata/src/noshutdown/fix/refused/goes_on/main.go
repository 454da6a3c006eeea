// Package main does something after its server has ended.
package main

import (
	"log"
	"net/http"
)

func main() {
	if err := http.ListenAndServe(":8080", nil); err != nil { // want "gives no handle"
		log.Print(err)
	}
	log.Print("stopped")
}
