// Package main ends with what a server returns when it is drained.
package main

import (
	"log"
	"os"
	"time"

	"drain/selectstops/registry"
)

func main() {
	r := registry.New(os.Getenv("ADDR"), 5*time.Second)
	go func() {
		log.Fatal(r.ListenAndServe())
	}()
	select {}
}
