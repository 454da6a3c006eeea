// Package main stops others when it has been told to, and waits for them.
package main

import (
	"log"
	"os"
	"sync"

	"drain/stopchannel/signals"
	"drain/stopchannel/web"
)

func main() {
	told := signals.Stop()
	stop := make(chan struct{})
	var servers sync.WaitGroup
	servers.Add(1)
	go func() {
		defer servers.Done()
		log.Print(web.New(os.Getenv("ADDR")).Run(stop))
	}()
	<-told
	close(stop)
	servers.Wait()
}
