// Package main waits for what it has begun, or begins what waits.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/leaves/api"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := api.New(os.Getenv("ADDR"))
	s.Start()
	switch os.Getenv("KIND") {
	case "wait":
		<-ctx.Done()
		s.Stop()
		s.Wait()
	case "later":
		s.CloseLater(ctx)
		select {}
	case "itself":
		<-ctx.Done()
		s.CloseAndWait()
	default:
		<-ctx.Done()
		s.Close()
		time.Sleep(5 * time.Second)
	}
}
