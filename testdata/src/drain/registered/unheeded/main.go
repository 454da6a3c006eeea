package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"time"

	"drain/registered/heedless"
)

func main() {
	srv := &http.Server{Addr: ":" + os.Args[1]}
	heedless.Add(func() error {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return srv.Shutdown(ctx)
	})
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want "main ends without waiting for it"
		log.Fatal(err)
	}
	heedless.Wait()
}
