// Command waits has its servers drained by functions of another package, and waits, or does not
// know.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"drain/helperstops/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	told(ctx)
	inFlow(ctx)
	kept()
}

func told(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("A_ADDR")}
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		<-ctx.Done()
		if err := web.Stop(srv); err != nil {
			log.Print(err)
		}
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
	<-drained
}

func inFlow(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("B_ADDR")}
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	if err := web.StopAfter(ctx, srv); err != nil {
		log.Print(err)
	}
}

func kept() {
	srv := &http.Server{Addr: os.Getenv("C_ADDR")}
	web.Keep(srv)
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
}
