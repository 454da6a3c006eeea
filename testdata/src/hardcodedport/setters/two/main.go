// Package main has two servers, and which method set the port of which is not
// told apart.
package main

import (
	"flag"
	"log"

	"hardcodedport/setters/metrics"
)

func main() {
	port := flag.Int("port", 8081, "port of the metrics")
	flag.Parse()
	s, t := new(metrics.Server), new(metrics.Server)
	s.Register(*port)
	t.Register(8082) // should fire
	go func() { log.Print(s.Serve()) }()
	log.Fatal(t.Serve())
}
