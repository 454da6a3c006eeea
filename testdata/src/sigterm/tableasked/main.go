// Command tableasked ends on the signals that its arguments name.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

var byName = map[string]os.Signal{"SIGTERM": syscall.SIGTERM, "SIGHUP": syscall.SIGHUP}

func main() {
	srv := &http.Server{Addr: ":" + os.Getenv("PORT"), Handler: http.FileServer(http.Dir("."))}
	go srv.ListenAndServe()
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	for _, name := range os.Args[1:] {
		signal.Notify(c, byName[name])
	}
	<-c
	srv.Shutdown(context.Background())
}
