// Package main hands the error to a function of its own.
package main

import (
	"log"
	"net/http"
)

func main() {
	err := http.ListenAndServe(":8080", nil) // want "gives no handle"
	must(err, "listen")
}

func must(err error, what string) {
	if err != nil {
		log.Fatal(what, err)
	}
}
