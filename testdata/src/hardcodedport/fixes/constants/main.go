// Package main has constants that cannot take a call, and are not read in this
// one place only: no fix.
package main

import (
	"log"
	"net/http"
)

const (
	port  = "8080"
	admin = ":8081"
)

func main() {
	log.Print("listening on " + port)
	go http.ListenAndServe(":"+port, nil)              // want `port "8080"`
	http.ListenAndServe(admin, http.NotFoundHandler()) // want `port "8081"`
}
