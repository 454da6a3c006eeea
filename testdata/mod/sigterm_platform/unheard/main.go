// Command unheard is linked with a function that waits for SIGTERM, which nobody
// calls.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"

	"example.com/platform/queue"
)

func main() {
	jobs := queue.New()
	srv := &http.Server{Addr: os.Getenv("LISTEN")}
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt) // want `only SIGINT is waited for`
	<-quit
	close(jobs)
	_ = srv.Shutdown(context.Background())
}
