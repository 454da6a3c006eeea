// Package main has servers run beside, and waits for that.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/transports/api"
	"drain/transports/app"
)

func main() {
	a := app.New(app.Servers(api.NewWaits(os.Getenv("RUNNING"))))
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
