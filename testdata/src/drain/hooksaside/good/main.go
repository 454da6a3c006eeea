// Package main waits for all stops.
package main

import (
	"context"
	"log"
	"time"

	"drain/hooksaside/lifecycle"
	"drain/hooksaside/server"
)

func main() {
	lc := lifecycle.New(lifecycle.WithTimeout(20 * time.Second))
	server.Register(lc)
	if err := lc.Run(context.Background()); err != nil {
		log.Fatal(err)
	}
}
