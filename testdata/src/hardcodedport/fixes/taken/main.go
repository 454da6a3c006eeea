// Package main reads PORT for something else: no fix.
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	log.Print("the database is at ", os.Getenv("PORT"))
	http.ListenAndServe(":8080", nil) // want `port "8080"`
}
