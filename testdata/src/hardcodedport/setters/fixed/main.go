// Package main fixes the port of servers that another package binds.
package main

import (
	"log"

	"hardcodedport/setters/metrics"
	"hardcodedport/setters/watch"
)

func main() {
	s := new(metrics.Server)
	s.Register(8081) // want `port "8081" is hardcoded, .*passed to \(\*http.Server\).ListenAndServe at metrics.go:19`
	go func() { log.Print(s.Serve()) }()
	log.Fatal(watch.New(8082).Run()) // want `port "8082" is hardcoded`
}
