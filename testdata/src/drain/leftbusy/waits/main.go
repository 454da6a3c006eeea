// Command waits leaves when what it serves says that it is drained.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/leftbusy/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := &web.Server{Addr: os.Getenv("ADDR"), Uploads: make(chan string), Ready: make(chan struct{}), Done: make(chan struct{})}
	go func() {
		if err := s.Serve(ctx); err != nil {
			log.Print(err)
		}
	}()
	<-ctx.Done()
	<-s.Done
}
