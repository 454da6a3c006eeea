// Package main leaves services to others, which stop them.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"drain/supervised/run"
	"drain/supervised/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	h := http.FileServer(http.Dir("."))
	var err error
	switch len(os.Args) {
	case 1:
		hasty := new(run.Hasty)
		hasty.Add(new(web.Queue))
		hasty.Add(web.New(os.Getenv("ADDR"), h)) // want `the context given to \(\*web.Server\).Stop at run.go:35 has already ended there`
		err = hasty.Run(ctx)
	case 2:
		err = run.Patient(ctx, web.New(os.Getenv("ADDR"), h)) // want `\(\*web.Server\).Stop waits up to 2m0s for requests in flight \(at run.go:97\), longer`
	case 3:
		err = run.Right(ctx, web.New(os.Getenv("ADDR"), h))
	case 4:
		err = run.Mixed(ctx, web.New(os.Getenv("ADDR"), h))
	}
	if err != nil {
		log.Fatal(err)
	}
}
