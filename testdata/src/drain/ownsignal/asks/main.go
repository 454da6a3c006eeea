// Package main stops the other package's server itself.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/ownsignal/kit"
)

func main() {
	s := kit.New(os.Getenv("ADDR"))
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		quit := make(chan os.Signal, 1)
		signal.Notify(quit, syscall.SIGTERM)
		<-quit
		_ = s.Stop(context.Background())
	}()
	if err := s.Run(); err != nil {
		log.Fatal(err)
	}
	<-drained
}
