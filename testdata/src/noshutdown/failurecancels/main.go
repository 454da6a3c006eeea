// Package main gives a context that never ends.
package main

import (
	"context"
	"log"
	"os"

	"noshutdown/failurecancels/serve"
)

func main() {
	if err := serve.Serve(context.Background(), ":"+os.Args[1]); err != nil { // want `waits for a context that never ends`
		log.Fatal(err)
	}
}
