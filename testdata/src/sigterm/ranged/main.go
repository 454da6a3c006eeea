// Package main asks for signals one by one.
package main

import (
	"context"
	"net/http"
	"os"
	"syscall"

	"sigterm/ranged/hook"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("A")}
	go srv.ListenAndServe()
	hook.New().With(syscall.SIGINT).Wait() // want `only SIGINT is waited for in \(\*hook.Hook\).With and not SIGTERM`
	_ = srv.Shutdown(context.Background())
}
