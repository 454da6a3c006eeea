// Package main gives its stops more time than there is.
package main

import (
	"time"

	"drain/namedstops/stops"
	"drain/namedstops/web"
)

func main() {
	srv := web.Start()
	<-stops.AtSignal(2*time.Minute, map[string]stops.Stop{"web": srv.Shutdown}) // want `\(\*web.Server\).Shutdown waits up to 2m0s`
}
