// Package main puts a service together, as generated code does, and cleans up after it.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"drain/cleanup/app"
	"drain/cleanup/store"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var err error
	switch len(os.Args) {
	case 1:
		err = prompt(ctx)
	case 2:
		err = waits(ctx)
	case 3:
		err = begun(ctx)
	case 4:
		err = drained(ctx)
	}
	if err != nil {
		log.Print(err)
	}
}

// prompt leaves a drain at work, and closes what waits for nobody.
func prompt(ctx context.Context) error {
	a, cleanup, err := initialize()
	if err != nil {
		return err
	}
	defer cleanup()
	return a.Run(ctx) // want `returns as soon as its server is told to stop, and main ends without waiting for it`
}

func initialize() (*app.App, func(), error) {
	_, cleanup, err := store.Open()
	if err != nil {
		return nil, nil, err
	}
	return &app.App{Server: serverOf("PROMPT")}, func() {
		cleanup()
		log.Print("closed")
	}, nil
}

func serverOf(addr string) *http.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(http.ResponseWriter, *http.Request) {})
	return &http.Server{Addr: os.Getenv(addr), Handler: mux}
}

// waits closes what waits for its users.
func waits(ctx context.Context) error {
	var users sync.WaitGroup
	_, cleanup, err := store.Shared(&users)
	if err != nil {
		return err
	}
	defer cleanup()
	return (&app.App{Server: serverOf("WAITS")}).Run(ctx)
}

// begun drains when it cleans up, in a goroutine.
func begun(ctx context.Context) error {
	a, cleanup := initializeGo()
	defer cleanup()
	return a.Serve(ctx) // want `returns as soon as \(\*http.Server\).Shutdown begins at main.go:\d+, and main ends without waiting for it`
}

func initializeGo() (*app.App, func()) {
	srv := serverOf("BEGUN")
	return &app.App{Server: srv}, func() { go srv.Shutdown(context.Background()) }
}

// drained drains when it cleans up.
func drained(ctx context.Context) error {
	a, cleanup := initializeDrain()
	defer cleanup()
	return a.Serve(ctx)
}

func initializeDrain() (*app.App, func()) {
	srv := serverOf("DRAINED")
	return &app.App{Server: srv}, func() { srv.Shutdown(context.Background()) }
}
