// Package main serves what another package makes.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"noshutdown/redirectelsewhere/web"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: web.Greet("you")}
	go func() { log.Print(http.ListenAndServe(os.Getenv("PLAIN_ADDR"), web.ToTLS(443))) }()
	go func() { log.Print(http.ListenAndServe(os.Getenv("GREET_ADDR"), web.Greet("all"))) }() // want `gives no handle`
	go func() { log.Print(srv.ListenAndServeTLS("cert.pem", "key.pem")) }()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	<-ctx.Done()
	drain, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	log.Print(srv.Shutdown(drain))
}
