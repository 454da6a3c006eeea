// Command made gets its server from the platform, which knows it no longer.
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
	srv := httpserver.Make(":8080", http.FileServer(http.Dir(".")))
	go srv.ListenAndServe()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGTERM)
	<-quit
	srv.Shutdown(context.Background())
}
