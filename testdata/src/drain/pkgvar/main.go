// Command pkgvar has all its code in the value of a package variable, as
// programs of cobra do.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

type command struct {
	run func(ctx context.Context) error
}

func server() *http.Server {
	return &http.Server{Addr: os.Getenv("SHOP"), Handler: http.FileServer(http.Dir("."))}
}

func serve(s *http.Server) {
	if err := s.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
}

var cancelled = &command{
	run: func(ctx context.Context) error {
		ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
		defer stop()
		s := server()
		go serve(s)
		<-ctx.Done()
		return s.Shutdown(ctx) // want `has already ended here`
	},
}

var long = &command{
	run: func(context.Context) error {
		s := server()
		go serve(s)
		c := make(chan os.Signal, 1)
		signal.Notify(c, os.Interrupt, syscall.SIGTERM)
		<-c
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
		defer cancel()
		return s.Shutdown(ctx) // want `waits up to 2m0s`
	},
}

var right = &command{
	run: func(ctx context.Context) error {
		ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
		defer stop()
		s := server()
		go serve(s)
		<-ctx.Done()
		limited, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer cancel()
		return s.Shutdown(limited)
	},
}

var handed = &command{
	run: func(ctx context.Context) error {
		s := server()
		go serve(s)
		return s.Shutdown(ctx)
	},
}

func main() {
	for _, c := range []*command{cancelled, long, right, handed} {
		if err := c.run(context.Background()); err != nil {
			log.Fatal(err)
		}
	}
}
