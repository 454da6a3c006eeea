// Package main lets what it defers see the error of the start.
package main

import (
	"log"
	"net/http"
)

func main() {
	var err error
	defer func() { log.Print(err) }()
	if err := http.ListenAndServe(":8080", nil); err != nil { // want "gives no handle"
		panic(err)
	}
}
