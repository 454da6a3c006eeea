// Package main serves as long as it works.
package main

import (
	"context"
	"log"
	"os"
	"time"

	"noshutdown/failurecancels/serve"
)

func main() {
	if err := serve.Job(context.Background(), ":"+os.Args[1], func() { time.Sleep(time.Hour) }); err != nil {
		log.Fatal(err)
	}
}
