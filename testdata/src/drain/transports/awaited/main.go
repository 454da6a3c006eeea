// Package main has servers run beside, and waits for that.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/transports/api"
	"drain/transports/app"
)

func main() {
	a := app.New(
		app.Servers(api.NewWaits(os.Getenv("RUNNING"))),
		app.Limit(2*time.Minute), // want `\(\*api.Waits\).Stop waits up to 2m0s for requests in flight`
	)
	ended := make(chan error, 1)
	go func() { ended <- a.Run() }()
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	<-told
	a.Quit()
	if err := <-ended; err != nil {
		log.Fatal(err)
	}
}
