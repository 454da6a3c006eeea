// Package main asks for signals that no process gets.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() { log.Print(srv.ListenAndServe()) }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGTERM, os.Kill) // want `SIGKILL cannot be caught, so nothing is ever done for it`
	<-quit
	log.Print(srv.Shutdown(context.Background()))
}

func stop() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM, syscall.SIGKILL, syscall.SIGSTOP) // want `SIGKILL or SIGSTOP cannot be caught, so`
	<-c
}

// What stops the program stands above: this is a command that asks a server.
func client() error {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, os.Kill)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Args[1], nil)
	if err != nil {
		return err
	}
	_, err = http.DefaultClient.Do(req)
	return err
}
