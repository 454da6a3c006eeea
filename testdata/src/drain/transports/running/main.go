// Package main has servers run beside, and does not wait for that.
package main

import (
	"os"
	"os/signal"
	"syscall"

	"drain/transports/api"
	"drain/transports/app"
)

func main() {
	a := app.New(app.Servers(api.NewWaits(os.Getenv("RUNNING")))) // want `main ends without waiting for \(\*api.Waits\).Stop, which is called in a goroutine`
	go a.Run()
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	<-told
	a.Quit()
}
