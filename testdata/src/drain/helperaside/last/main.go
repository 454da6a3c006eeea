// Command last drains in a goroutine by a function of another package, and ends.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"drain/helperaside/web"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGTERM)
	<-quit
	go func() {
		log.Print("stopping")
		web.Stop(srv) // want `main ends without waiting for web.Stop, which runs in a goroutine`
	}()
	log.Print("bye")
}
