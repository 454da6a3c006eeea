// Command beyond hears of SIGTERM in a package that it does not import itself.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"

	"example.com/platform/daemon"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("LISTEN")}
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	daemon.Run(nil, func() { _ = srv.Shutdown(context.Background()) })
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt)
	<-quit
	_ = srv.Shutdown(context.Background())
}
