// Command kill waits for Ctrl-C, and for what cannot be caught.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"

	"example.com/sigtermrun/internal/slow"
)

func main() {
	srv := &http.Server{Addr: "127.0.0.1:" + os.Getenv("PORT"), Handler: slow.Handler()}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, os.Kill) // want `SIGKILL cannot be caught and SIGTERM is not in the list`
	<-quit
	if err := srv.Shutdown(context.Background()); err != nil {
		log.Fatal(err)
	}
}
