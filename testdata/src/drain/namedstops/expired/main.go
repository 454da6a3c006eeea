// Package main gives its stops a time that is over by then.
package main

import (
	"context"
	"time"

	"drain/namedstops/stops"
	"drain/namedstops/web"
)

func main() {
	srv := web.Start()
	<-stops.Expired(context.Background(), 10*time.Second, map[string]stops.Stop{
		"web": func(ctx context.Context) error {
			return srv.Shutdown(ctx) // want `the context given to \(\*web.Server\).Shutdown at stops.go:\d+ has already ended there`
		},
	})
}
