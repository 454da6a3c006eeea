// Package main takes its port from PORT and answers open requests before it
// ends. A server without an address listens on a port that the system chooses.
package main

import (
	"cmp"
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/valyala/fasthttp"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	spare := &fasthttp.Server{Handler: serve}
	go func() { log.Print(spare.ListenAndServe("")) }()
	defer spare.Shutdown()

	s := &fasthttp.Server{Handler: serve, CloseOnShutdown: true}
	failed := make(chan error, 1)
	go func() { failed <- s.ListenAndServe(":" + cmp.Or(os.Getenv("PORT"), "8080")) }()
	select {
	case err := <-failed:
		log.Fatal(err)
	case <-ctx.Done():
		stop()
	}
	drain, cancel := context.WithTimeout(context.Background(), 8*time.Second)
	defer cancel()
	if err := s.ShutdownWithContext(drain); err != nil {
		log.Fatal(err)
	}
	if err := <-failed; err != nil {
		log.Fatal(err)
	}
}

func serve(ctx *fasthttp.RequestCtx) {
	if string(ctx.Path()) == "/healthz" {
		ctx.SetStatusCode(fasthttp.StatusOK)
		return
	}
	ctx.WriteString("[]")
}
