// Command cancelled hands Shutdown the context that has just ended.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/drainrun/internal/slow"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: "127.0.0.1:" + os.Getenv("PORT"), Handler: slow.Handler()}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	if err := srv.Shutdown(ctx); err != nil { // want `the context given to \(\*http.Server\).Shutdown has already ended here, so it returns at once and requests in flight are lost`
		log.Print(err)
	}
}
