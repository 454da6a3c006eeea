// Package main has workers that go on from time to time, until they are told to stop: who
// waits for those does not wait for the server beside them.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"drain/ticking/store"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var err error
	switch len(os.Args) {
	case 1:
		err = elsewhere(ctx)
	case 2:
		err = here(ctx)
	case 3:
		err = last(ctx)
	case 4:
		err = forTheServer(ctx)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// elsewhere closes a store whose worker ticks.
func elsewhere(ctx context.Context) error {
	s := store.New()
	defer s.Close()
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		<-ctx.Done()
		_ = srv.Shutdown(context.WithoutCancel(ctx))
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `returns as soon as .* and main ends without waiting`
		return err
	}
	return nil
}

// here waits for a worker of its own, which takes jobs between the ticks.
func here(ctx context.Context) error {
	var wg sync.WaitGroup
	jobs := make(chan string)
	wg.Go(func() {
		for {
			select {
			case job := <-jobs:
				log.Print(job)
			case <-time.After(time.Second):
				log.Print("idle")
			case <-ctx.Done():
				return
			}
		}
	})
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: sends(jobs)}
	go func() {
		<-ctx.Done()
		_ = srv.Shutdown(context.WithoutCancel(ctx))
	}()
	err := srv.ListenAndServe() // want `returns as soon as .* and main ends without waiting`
	wg.Wait()
	return err
}

// last closes the store when the server is drained.
func last(ctx context.Context) error {
	s := store.New()
	defer s.Close()
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		<-ctx.Done()
		_ = srv.Shutdown(context.WithoutCancel(ctx))
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	<-drained
	return nil
}

// forTheServer has a worker that goes on until the server is drained.
func forTheServer(ctx context.Context) error {
	var wg sync.WaitGroup
	drained := make(chan struct{})
	wg.Go(func() {
		for {
			select {
			case <-time.After(time.Second):
				log.Print("still at work")
			case <-drained:
				return
			}
		}
	})
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		defer close(drained)
		<-ctx.Done()
		_ = srv.Shutdown(context.WithoutCancel(ctx))
	}()
	err := srv.ListenAndServe()
	wg.Wait()
	return err
}

func sends(jobs chan<- string) http.Handler {
	return http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { jobs <- r.URL.Path })
}
