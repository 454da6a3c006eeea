// Package main survives panics of main, but not those of a goroutine.
package main

import (
	"log"
	"net/http"
)

func main() {
	defer func() { log.Print(recover()) }()
	log.Panic(http.ListenAndServe(":8080", nil)) // want "gives no handle"
}
