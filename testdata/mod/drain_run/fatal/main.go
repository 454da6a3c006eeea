// Command fatal takes a stop for a failure.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/drainrun/internal/slow"
)

func main() {
	srv := &http.Server{Addr: "127.0.0.1:" + os.Getenv("PORT"), Handler: slow.Handler()}
	go func() {
		log.Fatal(srv.ListenAndServe()) // want `returns as soon as \(\*http.Server\).Shutdown begins at main.go:\d+, so this ends the process before requests in flight are answered`
	}()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	if err := srv.Shutdown(context.Background()); err != nil {
		log.Fatal(err)
	}
}
