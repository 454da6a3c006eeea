// Package main lets others choose.
package main

import (
	"flag"
	"log"

	"hardcodedport/setters/metrics"
	"hardcodedport/setters/watch"
)

func main() {
	port := flag.Int("port", 8081, "port of the metrics")
	flag.Parse()
	s := new(metrics.Server)
	s.Register(*port)
	go func() { log.Print(s.Serve()) }()
	log.Fatal(watch.New(*port + 1).Run())
}
