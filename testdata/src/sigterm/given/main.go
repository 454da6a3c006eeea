// Package main gives what serves a context that nothing ends.
package main

import (
	"context"
	"log"
	"os"

	"sigterm/given/run"
)

func main() {
	if err := run.Run(context.Background(), os.Getenv("ADDR")); err != nil { // want `only SIGINT is waited for in run.Run and not SIGTERM, so the graceful stop never runs`
		log.Fatal(err)
	}
}
