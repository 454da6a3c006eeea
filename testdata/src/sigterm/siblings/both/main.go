// Package main has SIGTERM in the list that it gives another package.
package main

import (
	"context"
	"log"
	"os"
	"syscall"

	"sigterm/siblings/stop"
	"sigterm/siblings/web"
)

func main() {
	s := web.New(os.Getenv("ADDR"))
	go func() { log.Print(s.Start()) }()
	go stop.Wait()
	stop.For(os.Interrupt, syscall.SIGTERM)
	log.Print(s.Stop(context.Background()))
}
