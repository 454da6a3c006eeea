// Command startresult takes what the start returns for the end of the drain.
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
}

func wait() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
}
