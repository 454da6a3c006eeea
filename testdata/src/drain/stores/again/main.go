// Package main drains its server twice: the second time it waits.
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
)

type stopper interface{ Stop() }

type web struct{ srv *http.Server }

func (w *web) Stop() {
	limit, cancel := context.WithTimeout(context.Background(), 9*time.Second)
	defer cancel()
	w.srv.Shutdown(limit)
}

type logger struct{}

func (*logger) Stop() { log.Print("stopped") }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	w := &web{&http.Server{Addr: os.Getenv("ADDR")}}
	all := []stopper{&logger{}, w}
	go func() {
		<-ctx.Done()
		w.Stop()
	}()
	if err := w.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
	for _, s := range all {
		s.Stop()
	}
}
