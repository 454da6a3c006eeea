// Command rawuser stops what it was given.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/packages/raw"
)

func main() {
	srv := raw.New(":8080", http.FileServer(http.Dir(".")))
	go srv.ListenAndServe()
	go raw.Start()
	app := raw.Make(http.FileServer(http.Dir(".")))
	go app.Run()
	launched := raw.Launch(http.FileServer(http.Dir(".")))
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGTERM)
	<-quit
	srv.Shutdown(context.Background())
	raw.Server.Shutdown(context.Background())
	app.Server.Shutdown(context.Background())
	launched.Shutdown(context.Background())
}
