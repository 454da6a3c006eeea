// Command leaves looks for the result of the drain without waiting for it.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
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
	if err := srv.ListenAndServe(); err != http.ErrServerClosed { // want `main ends without waiting for it`
		return err
	}
	select {
	case err := <-result:
		return err
	default:
		return nil
	}
}
