// Package main has another package keep its state at the end.
package main

import (
	"log"
	"net/http"
	"os"

	"sigterm/actsthere/keep"
)

func main() {
	keep.OnExitSay()
	keep.OnExit(map[string]string{"a": "b"}) // want `only SIGINT is waited for in keep.OnExit and not SIGTERM, so the stop \(keep.go:16\) never runs`
	log.Fatal(http.ListenAndServe(os.Getenv("ADDR"), nil))
}
