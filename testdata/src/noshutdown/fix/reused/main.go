// Package main has an error variable already when the if statement comes.
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	err := os.MkdirAll("public", 0o755)
	if err != nil {
		log.Fatal(err)
	}
	if err := http.ListenAndServe(":8080", http.FileServer(http.Dir("public"))); err != nil { // want "gives no handle"
		log.Fatal(err)
	}
}
