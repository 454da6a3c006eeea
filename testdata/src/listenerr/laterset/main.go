// Package main fills the settings of another package by flags.
package main

import (
	"flag"
	"os"
	"os/signal"
	"syscall"

	"listenerr/laterset/conf"
	"listenerr/laterset/web"
)

func main() {
	flag.StringVar(&conf.Get().Host, "host", "", "host")
	flag.StringVar(&conf.Get().Port, "port", "8181", "port")
	flag.Parse()
	web.Start()
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGINT, syscall.SIGTERM)
	<-c
	web.Shutdown()
}
