// Command pprof has a listener for its operator beside the public one.
package main

import (
	"context"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	go func() { log.Println(http.ListenAndServe("localhost:6060", nil)) }()
	srv := &http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("."))}
	context.AfterFunc(ctx, func() { srv.Shutdown(context.Background()) })
	log.Fatal(srv.ListenAndServe())
}
