// Package main has a server beside the last one, which stays as it is.
package main

import (
	"log"
	"net/http"
)

func main() {
	go func() {
		log.Fatal(http.ListenAndServe(":8081", http.NotFoundHandler())) // want "gives no handle"
	}()
	log.Fatal(http.ListenAndServe(":8080", nil)) // want "gives no handle"
}
