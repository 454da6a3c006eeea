// Command monitored has the platform start a server that the platform closes: there
// is no other way for it. Its own it could drain.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/platform/httpserver"
)

func main() {
	m := httpserver.Watch(os.Getenv("MONITOR_ADDR"))
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: http.FileServer(http.Dir("."))}
	go func() { log.Print(srv.ListenAndServe()) }() // want "is only stopped abruptly"
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	<-c
	m.Close()
	srv.Close()
}
