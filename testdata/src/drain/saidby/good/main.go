// Package main waits for each server by what that says.
package main

import (
	"context"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"

	"drain/saidby/kit"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	bound, err := net.Listen("tcp", os.Getenv("RPC_ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	rpc := kit.StartRPC(ctx, bound)
	errs := kit.Go(ctx, os.Getenv("ADDR"))
	l := kit.Listen(ctx, os.Getenv("OTHER_ADDR"))
	select {
	case err := <-errs:
		log.Fatal(err)
	case <-l.Failed():
		os.Exit(1)
	case <-ctx.Done():
	}
	rpc.Wait()
	<-errs
	<-l.Drained()
}
