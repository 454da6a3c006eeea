// Command users does the same with what its users ask for.
package main

import (
	"context"
	"log"
	"net/http"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	go files(ctx)
	<-ctx.Done()
}

func files(ctx context.Context) {
	srv := &http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("."))}
	go func() {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		srv.Shutdown(limit)
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed { // want "main ends without waiting"
		log.Print(err)
	}
}
