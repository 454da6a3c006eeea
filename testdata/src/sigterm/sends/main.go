// Package main sends SIGTERM, which is not to hear it.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

func main() {
	child := exec.Command("worker")
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() { log.Print(srv.ListenAndServe(), child.Start()) }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt) // want `only SIGINT`
	if sig := <-quit; sig == syscall.SIGTERM {
		log.Print("never")
	}
	log.Print(child.Process.Signal(syscall.SIGTERM), syscall.Kill(child.Process.Pid, syscall.SIGTERM))
	log.Print(srv.Shutdown(context.Background()))
}
