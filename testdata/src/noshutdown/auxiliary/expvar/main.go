// Command expvar shows its variables to its operator.
package main

import (
	"context"
	"expvar"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	mux := http.NewServeMux()
	mux.Handle("/debug/vars", expvar.Handler())
	go http.ListenAndServe(":6060", mux)
	srv := &http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("."))}
	go srv.ListenAndServe()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGTERM)
	<-quit
	srv.Shutdown(context.Background())
}
