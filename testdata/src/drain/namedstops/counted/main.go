// Package main may be told before its stops have begun.
package main

import (
	"context"
	"time"

	"drain/namedstops/stops"
	"drain/namedstops/web"
)

func main() {
	srv := web.Start() // want `main ends without waiting for it`
	all := make(map[string]stops.Stop)
	all["web"] = func(ctx context.Context) error { return srv.Shutdown(ctx) }
	<-stops.Counted(10*time.Second, all)
}
