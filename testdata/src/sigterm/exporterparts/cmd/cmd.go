// Package cmd runs an exporter.
package cmd

import (
	"os"
	"os/signal"

	"sigterm/exporterparts/collect"
)

func Run() {
	var c collect.Collector
	c.Start()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt)
	<-quit
	c.Stop()
}
