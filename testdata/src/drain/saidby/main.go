// Package main waits for what others than its servers say.
package main

import (
	"context"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"

	"drain/saidby/apart"
	"drain/saidby/kit"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	bound, err := net.Listen("tcp", os.Getenv("RPC_ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	var q apart.Queue
	q.Start(ctx)
	kit.StartRPC(ctx, bound)                      // want `main ends without waiting for this call, which drains the server of \(\*grpc.Server\).Serve in a goroutine`
	errs := kit.Go(ctx, os.Getenv("ADDR"))        // want `returns as soon as its server is told to stop, and main ends without waiting for it`
	l := kit.Listen(ctx, os.Getenv("OTHER_ADDR")) // want `returns as soon as its server is told to stop, and main ends without waiting for it`
	select {
	case err := <-errs:
		log.Fatal(err)
	case <-l.Failed():
		os.Exit(1)
	case <-ctx.Done():
	}
	q.Wait()
}
