// Package main starts with TLS or without, and looks at the error once.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	srv := &http.Server{Addr: ":" + os.Getenv("PORT")}
	go func() {
		var err error
		if os.Getenv("CERT") != "" {
			err = srv.ListenAndServeTLS(os.Getenv("CERT"), os.Getenv("KEY"))
		} else {
			err = srv.ListenAndServe()
		}
		if err != nil {
			log.Fatalf("ListenAndServe: %v", err) // want `so this ends the process`
		}
	}()
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx)
}
