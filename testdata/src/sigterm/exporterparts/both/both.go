// Package both runs a shop beside its metrics.
package both

import (
	"net/http"
	"os"
	"os/signal"

	"sigterm/exporterparts/collect"
	"sigterm/exporterparts/shop"
)

func Run(orders http.Handler) {
	var c collect.Collector
	c.Start()
	shop.Start(orders)
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt) // want `only SIGINT`
	<-quit
	c.Stop()
}
