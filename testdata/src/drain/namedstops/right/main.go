// Package main waits for its stops.
package main

import (
	"context"
	"time"

	"drain/namedstops/stops"
	"drain/namedstops/web"
)

func main() {
	srv := web.Start()
	done := stops.AtSignal(10*time.Second, map[string]stops.Stop{
		"web": func(ctx context.Context) error { return srv.Shutdown(ctx) },
	})
	<-done
}
