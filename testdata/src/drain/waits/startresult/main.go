// Command startresult takes what the start returns for the end of the drain.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	ended := make(chan error, 2)
	go func() { ended <- srv.ListenAndServe() }() // want `main ends without waiting for it`
	go func() {
		wait()
		ended <- srv.Shutdown(context.Background())
	}()
	log.Print(<-ended)

	second := &http.Server{Addr: os.Getenv("OTHER_ADDR")}
	both := make(chan error, 2)
	go func() { both <- second.ListenAndServe() }()
	go func() {
		wait()
		both <- second.Shutdown(context.Background())
	}()
	log.Print(<-both, <-both)

	third := &http.Server{Addr: os.Getenv("THIRD_ADDR")}
	failed := make(chan error, 2)
	go func() {
		if err := third.ListenAndServe(); err != http.ErrServerClosed {
			failed <- err
		}
	}()
	go func() {
		wait()
		failed <- third.Shutdown(context.Background())
	}()
	log.Print(<-failed)

	fourth := &http.Server{Addr: os.Getenv("FOURTH_ADDR")}
	over := make(chan error, 2)
	go func() {
		err := fourth.ListenAndServe()
		if errors.Is(err, http.ErrServerClosed) {
			return
		}
		over <- err
	}()
	go func() {
		wait()
		over <- fourth.Shutdown(context.Background())
	}()
	log.Print(<-over)

	fifth := &http.Server{Addr: os.Getenv("FIFTH_ADDR")}
	done := make(chan error, 2)
	go func() {
		err := fifth.ListenAndServe() // want `main ends without waiting for it`
		if err != http.ErrServerClosed {
			log.Print(err)
		}
		done <- err
	}()
	go func() {
		wait()
		done <- fifth.Shutdown(context.Background())
	}()
	log.Print(<-done)
}

func wait() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
}
