// Probes is as it should be, but for a health endpoint, which nobody demands
// unless nohealth is enabled.
package main

import (
	"cmp"
	"context"
	"errors"
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
	mux := http.NewServeMux()
	mux.HandleFunc("/items", func(w http.ResponseWriter, r *http.Request) {})
	srv := &http.Server{Addr: ":" + cmp.Or(os.Getenv("PORT"), "8080"), Handler: mux}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 8*time.Second)
	defer cancel()
	if err := errors.Join(srv.Shutdown(limit), <-failed); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}
