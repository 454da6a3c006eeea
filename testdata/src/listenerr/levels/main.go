// Package main logs with another package of its program, whose functions end
// the process on some of their ways.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"listenerr/levels/logs"
)

// crash is for what nobody in sight implements.
type crash interface {
	Fatalf(format string, args ...any)
}

func main() {
	logger := &logs.Logger{Level: logs.Warning}
	serve(logger)
	watch()
	ends()
	events(new(logs.Events))
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
}

var unknown crash

func serve(logger *logs.Logger) {
	web := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		if err := web.ListenAndServe(); err != nil && err != http.ErrServerClosed { // want `only logged`
			logger.Error("web", err)
		}
	}()
	api := &http.Server{Addr: os.Getenv("ADDR2")}
	go func() {
		if err := api.ListenAndServe(); err != nil && err != http.ErrServerClosed {
			logger.Fatal("api", err)
		}
	}()
	rpc := &http.Server{Addr: os.Getenv("ADDR3")}
	go func() {
		if err := rpc.ListenAndServe(); err != nil && err != http.ErrServerClosed {
			logger.ErrorExit("rpc", err)
		}
	}()
}

func watch() {
	stream := &http.Server{Addr: os.Getenv("ADDR4")}
	go func() {
		if err := stream.ListenAndServe(); err != nil && err != http.ErrServerClosed {
			unknown.Fatalf("stream: %v", err)
		}
	}()
}

func ends() {
	last := &http.Server{Addr: os.Getenv("ADDR5")}
	go func() {
		log.Print(last.ListenAndServe())
		os.Exit(1)
	}()
	other := &http.Server{Addr: os.Getenv("ADDR6")}
	go func() {
		log.Print(other.ListenAndServe()) // want `only logged`
		log.Print("no more orders")
	}()
}

func events(e *logs.Events) {
	in := &http.Server{Addr: os.Getenv("ADDR7")}
	go func() {
		if err := in.ListenAndServe(); err != nil && err != http.ErrServerClosed {
			e.Fatal().Err(err).Msg("in")
		}
	}()
}
