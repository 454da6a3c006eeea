package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"time"

	"drain/jobmanagers/uncounted"
)

func main() {
	m := uncounted.NewManager()
	srv := &http.Server{Addr: ":" + os.Args[1]}
	m.AddRunningJob(func(context.Context) error {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want "main ends without waiting for it"
			log.Fatal(err)
		}
		return nil
	})
	m.AddShutdownJob(func() error {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return srv.Shutdown(ctx)
	})
	<-m.Done()
}
