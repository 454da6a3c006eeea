// Package main ends with the function that serves.
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

type database struct{}

func (database) Close() error { return nil }

type app struct {
	srv *http.Server
	db  database
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &app{srv: &http.Server{Addr: os.Getenv("ADDR")}}
	defer a.db.Close()
	return a.serve(ctx)
}

func (a *app) serve(ctx context.Context) error {
	go func() {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		if err := a.srv.Shutdown(limit); err != nil {
			fmt.Println(err)
		}
	}()
	err := a.srv.ListenAndServe() // want `main ends without waiting for it`
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}
