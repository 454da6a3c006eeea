// Package main, too, chooses options of what another package runs by way of a third function.
package main

import (
	"log"
	"net/http"
	"os"

	"loopbackbind/forwarded/runner"
)

func main() {
	if len(os.Args) > 1 {
		log.Fatal(runner.Run(http.NotFoundHandler()))
	}
	log.Fatal(runner.Local(http.NotFoundHandler(), runner.Host(os.Getenv("HOST"))))
}
