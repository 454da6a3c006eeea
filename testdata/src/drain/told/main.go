// Package main tells its servers to end, and does not wait for one of them.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/told/server"
)

func main() {
	waits, leaves := server.NewChannel(os.Getenv("WAITS")), server.NewContext(os.Getenv("LEAVES"))
	for _, run := range []func() error{waits.Run} {
		go run()
	}
	go func() {
		if err := leaves.Run(); err != nil { // want `main ends without waiting for this call, which drains the server`
			log.Fatal(err)
		}
	}()
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	<-told
	leaves.Stop()
	waits.Stop()
}
