// Command actorcloses drains in one actor of a group, and the interrupt of another closes the
// server as soon as its start has returned.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/oklog/run"
)

func main() {
	var g run.Group
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: http.FileServer(http.Dir("."))}
	g.Add(func() error {
		if err := srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	}, func(error) {
		if err := srv.Close(); err != nil { // want `Close ends at once the connections for which \(\*http.Server\).Shutdown at main.go:39 waits`
			log.Print(err)
		}
	})
	quit := make(chan struct{})
	g.Add(func() error {
		sig := make(chan os.Signal, 1)
		signal.Notify(sig, syscall.SIGTERM)
		select {
		case <-sig:
			ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
			defer cancel()
			return srv.Shutdown(ctx)
		case <-quit:
			return nil
		}
	}, func(error) { close(quit) })
	if err := g.Run(); err != nil {
		log.Fatal(err)
	}
}
