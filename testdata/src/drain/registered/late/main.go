package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"time"

	"drain/registered/closer"
)

func main() {
	srv := &http.Server{Addr: ":" + os.Args[1]}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	closer.Add(func() error {
		log.Print("stopping")
		defer cancel()
		return srv.Shutdown(ctx) // want "has already ended here"
	})
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
	closer.Wait()
}
