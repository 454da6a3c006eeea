// Package main gives the stops more time than the platform does.
package main

import (
	"context"
	"log"
	"time"

	"drain/hooksaside/lifecycle"
	"drain/hooksaside/server"
)

func main() {
	lc := lifecycle.New(lifecycle.WithTimeout(3 * time.Minute)) // want `\(\*http.Server\).Shutdown waits up to 3m0s for requests in flight`
	server.Register(lc)
	if err := lc.Run(context.Background()); err != nil {
		log.Fatal(err)
	}
}
