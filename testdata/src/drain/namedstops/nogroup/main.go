// Package main waits for who does not wait for its stops.
package main

import (
	"time"

	"drain/namedstops/stops"
	"drain/namedstops/web"
)

func main() {
	srv := web.Start() // want `main ends without waiting for it`
	<-stops.NoGroup(10*time.Second, srv.Shutdown)
}
