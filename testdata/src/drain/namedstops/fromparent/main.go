// Package main gives its stops more time than there is, within a context that has none, and within one that has.
package main

import (
	"context"
	"time"

	"drain/namedstops/stops"
	"drain/namedstops/web"
)

func main() {
	first, second := web.Start(), web.Start()
	ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
	defer cancel()
	within := stops.Within(ctx, 3*time.Minute, second.Shutdown)
	<-stops.Within(context.Background(), 2*time.Minute, first.Shutdown) // want `\(\*web.Server\).Shutdown waits up to 2m0s`
	<-within
}
