// Package main ends with what the action of its command line returns.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"

	"drain/commandfails/serve"
)

func main() {
	app := &cli.App{
		Name: "shop",
		Action: func(c *cli.Context) error {
			ctx, stop := signal.NotifyContext(c.Context, os.Interrupt, syscall.SIGTERM)
			defer stop()
			return run(ctx)
		},
		Commands: []*cli.Command{{Name: "well", Action: well}, serve.Command()},
	}
	if err := app.Run(os.Args); err != nil {
		log.Fatal(err) // want `returns as soon as .*Shutdown begins at .*, so this ends the process`
	}
}

// run returns the error of a server that was closed, too, before the drain is over.
func run(ctx context.Context) error {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	drained := stopWith(ctx, srv)
	if err := srv.ListenAndServe(); err != nil {
		return err
	}
	<-drained
	return nil
}

// well waits for the drain.
func well(c *cli.Context) error {
	ctx, stop := signal.NotifyContext(c.Context, os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: os.Getenv("OTHER")}
	drained := stopWith(ctx, srv)
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	<-drained
	return nil
}

func stopWith(ctx context.Context, srv *http.Server) <-chan struct{} {
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = srv.Shutdown(limit)
	}()
	return drained
}
