// Command busy lives on without what it serves.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"listenerr/busy/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := &web.Server{Addr: os.Getenv("ADDR")}
	go func() {
		if err := s.Run(ctx); err != nil { // want "only logged"
			log.Print(err)
		}
	}()
	watched := &web.Server{Addr: os.Getenv("WATCHED")}
	go func() {
		if err := watched.RunWatched(ctx); err != nil {
			log.Print(err)
		}
	}()
	<-ctx.Done()
}
