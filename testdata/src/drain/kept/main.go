// Package main ends with what servers of another package return.
package main

import (
	"context"
	"log"
	"os"

	"drain/kept/logs"
	"drain/kept/run"
	"drain/kept/web"
)

func main() {
	switch len(os.Args) {
	case 1:
		marked()
	case 2:
		waits()
	case 3:
		inside()
	case 4:
		outside()
	default:
		hooked()
		told()
	}
}

func marked() {
	cleanup := web.Temporary()
	defer cleanup()
	lg := logs.New()
	if err := web.NewMarked(os.Getenv("MARKED"), log.Printf).Serve(); err != nil { // want `\(\*http.Server\).Serve returns as soon as its server is told to stop, and main ends without waiting for it`
		lg.Fatalf("serve: %v", err)
	}
}

func waits() {
	cleanup := web.Temporary()
	defer cleanup()
	lg := logs.New()
	if err := web.NewWaits(os.Getenv("WAITS"), log.Printf).Serve(); err != nil {
		lg.Fatalf("serve: %v", err)
	}
}

func hooked() {
	err := web.Hooked(os.Getenv("HOOKED"), func(err error) { log.Print(err) })
	log.Fatal(err) // want `so this ends the process before requests in flight are answered`
}

func told() {
	done := make(chan struct{})
	if err := web.Told(os.Getenv("TOLD"), func() { close(done) }); err != nil {
		log.Fatal(err)
	}
	<-done
}

func inside() {
	log.Print(run.In(func(ctx context.Context) error {
		return web.Quiet(ctx, os.Getenv("QUIET")) // want `returns as soon as its server is told to stop, and main ends without waiting for it`
	}))
}

func outside() {
	log.Print(run.Out(func(ctx context.Context) error {
		run.Pending.Add(1)
		return web.Left(ctx, os.Getenv("COUNTED"), run.Pending.Done)
	}))
}
