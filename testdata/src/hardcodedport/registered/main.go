// Command registered has a server of another package, which registers a flag for
// one of its two addresses.
package main

import (
	"flag"
	"log"

	"hardcodedport/registered/listen"
)

func main() {
	var s listen.Server
	s.Flags(flag.CommandLine)
	flag.Parse()
	go func() { log.Fatal(s.Run()) }()
	log.Fatal(s.RunAdmin()) // want `port "80" is hardcoded`
}
