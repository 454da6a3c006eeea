// Package main sends the errors of its servers to who logs them.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/sync/errgroup"

	"listenerr/receivedlogged/web"
)

type app struct {
	errors, fatal, both chan error
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	a := &app{errors: make(chan error, 4), fatal: make(chan error, 4), both: make(chan error, 4)}
	go a.log()
	go a.end()
	go a.endAtThird()
	go func() {
		if err := http.ListenAndServe(os.Getenv("A_ADDR"), http.NotFoundHandler()); err != nil { // want `is only logged`
			a.errors <- err
		}
	}()
	go func() { a.fatal <- http.ListenAndServe(os.Getenv("B_ADDR"), http.NotFoundHandler()) }()
	go func() { a.both <- http.ListenAndServe(os.Getenv("C_ADDR"), http.NotFoundHandler()) }()
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return web.New("D_ADDR").Run(ctx) }) // want `is only logged`
	g.Go(func() error { return web.New("E_ADDR").RunOrFail(ctx) })
	g.Go(func() error { return here(ctx, "F_ADDR") })
	g.Go(func() error {
		<-ctx.Done()
		return nil
	})
	if err := g.Wait(); err != nil {
		log.Fatal(err)
	}
}

// here is what web does.
func here(ctx context.Context, key string) error {
	srv := &http.Server{Addr: os.Getenv(key)}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }() // want `is only logged`
	select {
	case err := <-failed:
		log.Print(err)
		return nil
	case <-ctx.Done():
		return srv.Shutdown(context.Background())
	}
}

func (a *app) log() {
	for err := range a.errors {
		log.Print(err)
	}
}

func (a *app) end() {
	for err := range a.fatal {
		log.Fatal(err)
	}
}

func (a *app) endAtThird() {
	n := 0
	for {
		select {
		case err := <-a.both:
			log.Print(err)
			if n++; n > 2 {
				os.Exit(1)
			}
		}
	}
}
