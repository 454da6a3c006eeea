// Command twice has two servers of other packages whose flags have one default.
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
	gauge.Flags(flag.CommandLine, ":8282") // want `port "8282" is that of`
	flag.Parse()
	go func() { log.Fatal(api.Run()) }()
	log.Fatal(gauge.Run())
}
