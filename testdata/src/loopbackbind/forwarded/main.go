// Package main chooses options of what another package runs by way of a third function.
package main

import (
	"log"
	"net/http"
	"os"

	"loopbackbind/forwarded/runner"
)

func main() {
	if len(os.Args) > 1 {
		log.Fatal(runner.Run(http.NotFoundHandler(), runner.Host("127.0.0.1"))) // want `host "127.0.0.1" is loopback`
	}
	log.Fatal(runner.Local(http.NotFoundHandler())) // want `host "localhost" is loopback`
}
