// Package main is told before its stops are called.
package main

import (
	"context"
	"time"

	"drain/namedstops/stops"
	"drain/namedstops/web"
)

func main() {
	srv := web.Start() // want `main ends without waiting for it`
	var all []stops.Stop
	all = append(all, func(ctx context.Context) error { return srv.Shutdown(ctx) })
	done := stops.Early(10*time.Second, all)
	<-done
}
