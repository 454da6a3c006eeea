// Package main closes the channel that servers of another package stop at.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/leftchannel/web"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	if len(os.Args) > 1 {
		leaves(c)
	} else {
		waits(c)
	}
}

// leaves returns as soon as it has closed it.
func leaves(c chan os.Signal) {
	stop := make(chan struct{})
	go func() {
		if err := web.Run(os.Getenv("LEAVES"), stop); err != nil { // want `main ends without waiting for this call, which drains the server of \(\*http.Server\).ListenAndServe in a goroutine`
			log.Fatal(err)
		}
	}()
	<-c
	close(stop)
}

// waits waits for the end of it.
func waits(c chan os.Signal) {
	stop, over := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(over)
		if err := web.Run(os.Getenv("WAITS"), stop); err != nil {
			log.Fatal(err)
		}
	}()
	<-c
	close(stop)
	<-over
}
