package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"drain/jobmanagers/manager"
)

func main() {
	m := manager.NewManager()
	base := func(net.Listener) context.Context { return m.ShutdownContext() } // want "requests run in a context that ends at the signal"
	srv := &http.Server{Addr: ":" + os.Args[1], BaseContext: base}
	m.AddRunningJob(func(context.Context) error {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
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
