// Package main says which signals another package waits for.
package main

import (
	"log"
	"os"

	"sigterm/kept/web"
)

func main() {
	s := web.New(os.Getenv("ADDR"), os.Interrupt) // want `only SIGINT is waited for in web.New and not SIGTERM, so the graceful stop never runs`
	log.Fatal(s.Run())
}
