// Command done waits for the drains that functions of another package do, by what it gives
// them, or leaves all of a server to them.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"drain/helperwaits/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	told(ctx)
	counted(ctx)
	flow(ctx)
	run(ctx)
	around(ctx)
}

func told(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("A_ADDR")}
	done := make(chan struct{})
	go web.StopTelling(ctx, srv, done)
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
	<-done
}

func counted(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("B_ADDR")}
	var wg sync.WaitGroup
	wg.Add(1)
	go web.StopCounted(ctx, srv, &wg)
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
	wg.Wait()
}

func flow(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("C_ADDR")}
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	web.StopAfter(ctx, srv, 10*time.Second)
}

func run(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("D_ADDR")}
	var wg sync.WaitGroup
	wg.Go(func() { web.Run(ctx, srv) })
	wg.Wait()
}

func around(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("E_ADDR")}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		web.StopAfter(ctx, srv, 10*time.Second)
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
	wg.Wait()
}
