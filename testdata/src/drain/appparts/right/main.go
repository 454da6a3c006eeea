// Package main stops one part after the other.
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

	a.Web.Stop()
	a.RPC.Stop()
}
