// Command helperstops has its server drained in a goroutine by a function of another package,
// and does not wait for that.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"drain/helperstops/web"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		quit := make(chan os.Signal, 1)
		signal.Notify(quit, syscall.SIGTERM)
		<-quit
		if err := web.Stop(srv); err != nil {
			log.Print(err)
		}
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed { // want `returns as soon as web.Stop begins at main.go:21, and main ends without waiting for it`
		log.Fatal(err)
	}
}
