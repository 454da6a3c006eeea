// Package main tells a stop from a failure, in many ways.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

var srv = &http.Server{Addr: os.Getenv("ADDR")}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	starts := []func(context.Context){equal, is, flag, ctxErr, ctxErrInside, helper, helperInside, switched, text, waits, waitsFor, channel, loop, recovered, deferredExit, early}
	for _, start := range starts {
		go start(ctx)
	}
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	log.Print(srv.Shutdown(limit))
}

func equal(context.Context) {
	if err := srv.ListenAndServe(); err != nil && err != http.ErrServerClosed {
		log.Fatal(err)
	}
}

func is(context.Context) {
	err := srv.ListenAndServe()
	if err != nil {
		if errors.Is(err, http.ErrServerClosed) {
			return
		}
		log.Fatal(err)
	}
}

var stopping atomic.Bool

func flag(context.Context) {
	if err := srv.ListenAndServe(); err != nil && !stopping.Load() {
		log.Fatal(err)
	}
	if err := srv.ListenAndServe(); err != nil {
		if !stopping.Load() {
			log.Fatal(err)
		}
	}
}

func ctxErr(ctx context.Context) {
	if err := srv.ListenAndServe(); err != nil && ctx.Err() == nil {
		log.Fatal(err)
	}
}

func ctxErrInside(ctx context.Context) {
	if err := srv.ListenAndServe(); err != nil {
		if ctx.Err() != nil {
			return
		}
		log.Fatal(err)
	}
}

func closed(err error) bool { return errors.Is(err, http.ErrServerClosed) }

func helper(context.Context) {
	if err := srv.ListenAndServe(); err != nil && !closed(err) {
		log.Fatal(err)
	}
}

func ignoreClosed(err error) error {
	if closed(err) {
		return nil
	}
	return err
}

func mustStrict(err error) {
	if err == nil {
		return
	}
	log.Print(err)
	os.Exit(1)
}

func must(err error) {
	if err != nil && !closed(err) {
		log.Fatal(err)
	}
}

func mustToo(err error) {
	if closed(err) {
		return
	}
	log.Fatal(err)
}

func helperInside(context.Context) {
	if err := ignoreClosed(srv.ListenAndServe()); err != nil {
		log.Fatal(err)
	}
	err := srv.ListenAndServe()
	err = ignoreClosed(err)
	if err != nil {
		log.Fatal(err)
	}
	must(srv.ListenAndServe())
	mustToo(srv.ListenAndServe())
	mustStrict(srv.ListenAndServe()) // want `so this ends the process`
}

func switched(context.Context) {
	switch err := srv.ListenAndServe(); err {
	case nil, http.ErrServerClosed:
	default:
		log.Fatal(err)
	}
	switch err := srv.ListenAndServe(); {
	case errors.Is(err, http.ErrServerClosed):
	case err != nil:
		log.Fatal(err)
	}
}

func text(context.Context) {
	err := srv.ListenAndServe()
	if err != nil {
		if !strings.Contains(err.Error(), "closed") {
			log.Fatal(err)
		}
	}
}

var drained = make(chan struct{})

var drains sync.WaitGroup

// waits ends the process when the drain is over.
func waits(context.Context) {
	if err := srv.ListenAndServe(); err != nil {
		<-drained
		log.Fatal(err)
	}
}

func waitsFor(context.Context) {
	err := srv.ListenAndServe()
	if err != nil {
		log.Print("waiting for ", err)
		drains.Wait()
		log.Fatal(err)
	}
	if err := srv.ListenAndServe(); err != nil {
		pause()
		log.Fatal(err)
	}
}

func pause() { time.Sleep(10 * time.Second) }

func channel(context.Context) {
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	log.Fatal(<-failed) // should fire: errors are not followed through channels
}

func loop(ctx context.Context) {
	for ctx.Err() == nil {
		if err := srv.ListenAndServe(); err != nil {
			log.Print(err)
		}
	}
}

func recovered(context.Context) {
	defer func() { log.Print(recover()) }()
	if err := srv.ListenAndServe(); err != nil {
		panic(err)
	}
}

func deferredExit(context.Context) {
	defer os.Exit(1) // should fire
	log.Print(srv.ListenAndServe())
}

func early(context.Context) {
	if err := os.Chdir("/"); err != nil {
		log.Fatal(err)
	}
	err := srv.ListenAndServe()
	log.Print(err)
	if err := os.Chdir("/"); err != nil {
		log.Fatal(err)
	}
}
