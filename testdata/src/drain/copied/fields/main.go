// Package main has its server in a struct whose methods are given copies of it.
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
)

type parts struct{ http http.Server }

// App serves.
type App struct{ parts parts }

// Run serves.
func (a App) Run() error { return a.parts.http.ListenAndServe() }

// Stop is meant to stop that.
func (a App) Stop(ctx context.Context) error {
	return a.parts.http.Shutdown(ctx) // want `stops another server than the one that \(\*http.Server\).ListenAndServe starts`
}

func main() {
	a := App{parts{http.Server{Addr: ":" + os.Getenv("PORT")}}}
	done := make(chan error, 1)
	go func() { done <- a.Run() }()
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	<-c
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := a.Stop(ctx); err != nil {
		log.Print(err)
	}
	if err := <-done; !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
}
