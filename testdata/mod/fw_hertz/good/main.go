// Package main takes its port from PORT and answers open requests before it
// ends.
package main

import (
	"cmp"
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/app/server"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	h := server.New(server.WithHostPorts(":" + cmp.Or(os.Getenv("PORT"), "8888")))
	h.GET("/healthz", func(ctx context.Context, c *app.RequestContext) { c.SetStatusCode(200) })
	failed := make(chan error, 1)
	go func() { failed <- h.Run() }()
	select {
	case err := <-failed:
		log.Fatal(err)
	case <-ctx.Done():
		stop()
	}
	drain, cancel := context.WithTimeout(context.Background(), 8*time.Second)
	defer cancel()
	if err := h.Shutdown(drain); err != nil {
		log.Fatal(err)
	}
}
