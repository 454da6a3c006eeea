// Package main drops the error of a function that returns it.
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	go run()           // want `the error of http.ListenAndServe is dropped, so a port that is taken looks like a healthy start \(http.ListenAndServe is called at main.go:\d+\)`
	log.Fatal(outer()) // looked at
}

func run() error { return outer() }

func outer() error { return http.ListenAndServe(os.Getenv("ADDR"), nil) }
