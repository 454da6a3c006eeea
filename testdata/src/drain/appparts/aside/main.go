// Package main waits for the other part only.
package main

import (
	"os"
	"os/signal"
	"syscall"

	"drain/appparts/app"
)

func main() {
	a := app.New()
	go a.Web.MustRun()
	go a.RPC.MustRun()

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM, os.Interrupt)
	<-stop

	go a.Web.Stop() // want `main ends without waiting for`
	a.RPC.Stop()
}
