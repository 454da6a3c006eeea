// Package main ends the process when a server says that it was stopped.
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
	direct()
	checked()
	guarded()
	helper()
	logged()
	same()
}

func wait() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
}

func direct() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		log.Fatal(srv.ListenAndServe()) // want `returns as soon as \(\*http.Server\).Shutdown begins at main.go:\d+, so this ends the process`
	}()
	wait()
	_ = srv.Shutdown(context.Background())
}

func checked() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			log.Println("server:", err)
			os.Exit(1) // want `so this ends the process`
		}
	}()
	wait()
	_ = srv.Shutdown(context.Background())
}

func guarded() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		if err := srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	wait()
	_ = srv.Shutdown(context.Background())
}

func helper() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		must(srv.ListenAndServe()) // want `so this ends the process`
	}()
	wait()
	_ = srv.Shutdown(context.Background())
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func logged() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			log.Print(err)
		}
	}()
	wait()
	_ = srv.Shutdown(context.Background())
}

// same stops the server after it has ended anyway.
func same() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	if err := srv.ListenAndServe(); err != nil {
		log.Print(err)
		_ = srv.Shutdown(context.Background())
		os.Exit(1)
	}
}
