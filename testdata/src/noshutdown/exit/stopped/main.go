// Command stopped catches a signal, stops its server and leaves.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	srv := &http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("."))}
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	go srv.ListenAndServe()
	<-c
	srv.Shutdown(context.Background())
	os.Exit(0)
}
