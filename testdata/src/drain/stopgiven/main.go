// Package main gives methods that stop servers to a function that limits them.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var err error
	switch len(os.Args) {
	case 1:
		err = over(ctx)
	case 2:
		err = asked(ctx)
	default:
		err = fresh(ctx)
	}
	log.Print(err)
}

// within calls stop with a limit.
func within(ctx context.Context, stop func(context.Context) error, limit time.Duration) error {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	return stop(ctx)
}

// over hands on the error of the context that it gives.
func over(ctx context.Context) (why error) {
	srv := &http.Server{Addr: os.Getenv("OVER")}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case why = <-failed:
	case <-ctx.Done():
		why = ctx.Err()
	}
	if err := within(ctx, srv.Shutdown, 5*time.Second); err != nil { // want `the context given to main.within has already ended here`
		log.Print(err)
	}
	return why
}

// asked stops at once what has failed.
func asked(ctx context.Context) (why error) {
	srv := &http.Server{Addr: os.Getenv("ASKED")}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case why = <-failed:
	case <-ctx.Done():
	}
	if over := ctx.Err(); over == nil {
		return within(ctx, srv.Shutdown, time.Second)
	}
	return within(context.WithoutCancel(ctx), srv.Shutdown, 5*time.Second)
}

// fresh gives a context that nothing ends.
func fresh(ctx context.Context) error {
	srv := &http.Server{Addr: os.Getenv("FRESH")}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	return within(context.Background(), srv.Shutdown, 5*time.Second)
}
