// Command started has its server started by another package, and stops it.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/packages/wait"
)

func main() {
	srv := &http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("."))}
	go wait.Start(srv)
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGTERM)
	<-quit
	srv.Shutdown(context.Background())
}
