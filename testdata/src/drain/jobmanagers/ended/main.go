package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"time"

	"drain/jobmanagers/manager"
)

func main() {
	m := manager.NewManager()
	srv := &http.Server{Addr: ":" + os.Args[1]}
	m.AddRunningJob(func(context.Context) error {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
		return nil
	})
	m.AddShutdownJob(func() error {
		ctx, cancel := context.WithTimeout(m.ShutdownContext(), 10*time.Second)
		defer cancel()
		return srv.Shutdown(ctx) // want "has already ended here"
	})
	<-m.Done()
}
