// Command apart has two servers of other packages, each with a default of its own.
package main

import (
	"flag"
	"log"

	"portconflict/registered/meter"
	"portconflict/registered/rtr"
)

func main() {
	var (
		api   rtr.Server
		gauge meter.Meter
	)
	api.Flags(flag.CommandLine)
	gauge.Flags(flag.CommandLine, ":8283")
	flag.Parse()
	go func() { log.Fatal(api.Run()) }()
	log.Fatal(gauge.Run())
}
