// Command basecontext cancels its requests at the signal.
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/drainrun/internal/slow"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{
		Addr:        "127.0.0.1:" + os.Getenv("PORT"),
		Handler:     slow.Patient(),
		BaseContext: func(net.Listener) context.Context { return ctx }, // want `requests run in a context that ends at the signal \(main.go:18\), so they are cancelled while Shutdown waits for them`
	}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	if err := srv.Shutdown(context.WithoutCancel(ctx)); err != nil {
		log.Print(err)
	}
}
