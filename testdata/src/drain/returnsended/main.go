// Package main stops its servers with contexts that functions have made.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/returnsended/limit"
)

const grace = 5 * time.Second

func own() context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), grace)
	defer cancel()
	return ctx
}

func start(name string) *http.Server {
	srv := &http.Server{Addr: os.Getenv(name)}
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	return srv
}

func main() {
	a, b, c, d, e, f, g := start("A"), start("B"), start("C"), start("D"), start("E"), start("F"), start("G")
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, os.Interrupt, syscall.SIGTERM)
	<-sigs
	log.Print(a.Shutdown(own())) // want `the context given to \(\*http.Server\).Shutdown has already ended here`
	ctx := limit.Ended(grace)
	log.Print(b.Shutdown(ctx)) // want `has already ended here`
	under, cancel := context.WithTimeout(limit.Ended(grace), time.Second)
	defer cancel()
	log.Print(c.Shutdown(under)) // want `has already ended here`
	alive, done := limit.Alive(grace)
	defer done()
	log.Print(d.Shutdown(alive))
	log.Print(e.Shutdown(limit.Either(grace)))
	log.Print(f.Shutdown(limit.Freed(0)))
	log.Print(g.Shutdown(limit.Left(grace)))
}
