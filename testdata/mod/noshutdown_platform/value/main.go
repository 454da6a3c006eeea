// Command value has a server of the platform's own type, which can be stopped.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/platform/httpserver"
)

func main() {
	srv := httpserver.New(":8080", http.FileServer(http.Dir(".")))
	go srv.Run()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGTERM)
	<-quit
	srv.Stop(context.Background())
}
