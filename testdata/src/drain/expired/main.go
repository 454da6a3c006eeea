// Package main sets the time limit of its drain when it starts.
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
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	sigs, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() { log.Print(srv.ListenAndServe()) }()
	if err := migrate(ctx); err != nil {
		log.Fatal(err)
	}
	<-sigs.Done()
	if err := srv.Shutdown(ctx); err != nil { // want `the context given to \(\*http.Server\).Shutdown has already ended here`
		log.Print(err)
	}
	onChannel()
	inTime()
	asAsked(limit())
	inAll(limit())
	given()
	givenWhenDue()
	onDeadline()
	onDeadlineInTime()
}

func migrate(context.Context) error { return nil }

func onChannel() {
	srv := &http.Server{Addr: os.Getenv("ADDR2")}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	select {
	case err := <-failed:
		log.Print(err)
		return
	case <-quit:
	}
	log.Print(srv.Shutdown(ctx)) // want `has already ended here`
}

// onDeadline says when the limit is over, and not how long it is.
func onDeadline() {
	srv := &http.Server{Addr: os.Getenv("ADDR10")}
	go func() { log.Print(srv.ListenAndServe()) }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	ctx, cancel := context.WithDeadline(context.Background(), time.Now().Add(limit()))
	defer cancel()
	<-quit
	log.Print(srv.Shutdown(ctx)) // want `has already ended here`
}

// onDeadlineInTime says so when the drain begins.
func onDeadlineInTime() {
	srv := &http.Server{Addr: os.Getenv("ADDR11")}
	go func() { log.Print(srv.ListenAndServe()) }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	ctx, cancel := context.WithDeadline(context.Background(), time.Now().Add(limit()))
	defer cancel()
	log.Print(srv.Shutdown(ctx))
}

// inTime sets the limit when the drain begins.
func inTime() {
	srv := &http.Server{Addr: os.Getenv("ADDR3")}
	go func() { log.Print(srv.ListenAndServe()) }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	log.Print(srv.Shutdown(ctx))
}

func limit() time.Duration {
	d, err := time.ParseDuration(os.Getenv("LIMIT"))
	if err != nil {
		return time.Minute
	}
	return d
}

// asAsked has a limit for the drain alone, which begins with the program.
func asAsked(limit time.Duration) {
	srv := &http.Server{Addr: os.Getenv("ADDR4")}
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	go func() { log.Print(srv.ListenAndServe()) }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	log.Print(srv.Shutdown(ctx)) // want `has already ended here`
}

// inAll has a limit for the program, in which the drain is.
func inAll(limit time.Duration) {
	srv := &http.Server{Addr: os.Getenv("ADDR5")}
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	go func() { log.Print(srv.ListenAndServe()) }()
	if err := migrate(ctx); err != nil {
		log.Fatal(err)
	}
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	log.Print(srv.Shutdown(ctx))
}

// given limits the drain in the function that waits, from before it does.
func given() {
	srv := &http.Server{Addr: os.Getenv("ADDR8")}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	done := make(chan struct{})
	go stopLate(ctx, srv, done)
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
	<-done
}

func stopLate(ctx context.Context, srv *http.Server, done chan<- struct{}) {
	defer close(done)
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	log.Print(srv.Shutdown(ctx)) // want `has already ended here`
}

// givenWhenDue limits it when the wait is over.
func givenWhenDue() {
	srv := &http.Server{Addr: os.Getenv("ADDR9")}
	done := make(chan struct{})
	go func() {
		defer close(done)
		quit := make(chan os.Signal, 1)
		signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
		<-quit
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		stopNow(ctx, srv)
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
	<-done
}

func stopNow(ctx context.Context, srv *http.Server) { log.Print(srv.Shutdown(ctx)) }
