// Command waits waits for the result of the drain.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	log.Print(serve(ctx, &http.Server{Addr: os.Getenv("ADDR")}))
}

func serve(ctx context.Context, srv *http.Server) error {
	result := make(chan error, 1)
	go func() {
		<-ctx.Done()
		result <- srv.Shutdown(context.Background())
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	select {
	case err := <-result:
		return err
	case <-time.After(time.Minute):
		return nil
	}
}
