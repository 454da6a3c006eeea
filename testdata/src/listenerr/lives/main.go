// Package main lives on without its servers.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"

	"listenerr/lives/web"
)

type starter interface{ Until() error }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := web.New(os.Getenv("A"))
	s.Start()
	go s.Serve() // want `only logged, .* \(\(\*http.Server\).ListenAndServe is called at web.go:\d+\)`
	go func() {
		if err := s.Until(); err != nil { // want `only logged`
			log.Print(err)
		}
	}()
	go func() {
		if err := s.Until(); err != nil {
			log.Print(err)
			stop()
		}
	}()
	launch(web.New(os.Getenv("B")))
	web.For(os.Getenv("C"), http.FileServer(http.Dir("."))) // want `only logged`
	counted(ctx, &http.Server{Addr: os.Getenv("D")})
	if err := grouped(ctx, &http.Server{Addr: os.Getenv("E")}); err != nil {
		log.Fatal(err)
	}
	site := &web.Site{Addr: os.Getenv("F"), Prefix: os.Getenv("PREFIX")}
	go site.Start() // want `only logged`
	go site.Must()
	go site.On(port("PORT")) // want `only logged`
	told, ends := web.New(os.Getenv("G")), web.New(os.Getenv("H"))
	go told.Told() // want `only logged`
	go ends.Ends()
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_ = s.Stop(limit)
}

type port string

func (p port) Addr() string { return ":" + os.Getenv(string(p)) }

// launch is given one kind of starter only.
func launch(s starter) {
	go func() {
		if err := s.Until(); err != nil { // want `only logged`
			log.Print(err)
		}
	}()
}

func counted(ctx context.Context, srv *http.Server) {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		if err := srv.ListenAndServe(); err != nil && err != http.ErrServerClosed { // want `only logged`
			log.Print(err)
		}
	}()
	go func() {
		defer wg.Done()
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = srv.Shutdown(limit)
	}()
	wg.Wait()
}

func grouped(ctx context.Context, srv *http.Server) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		if err := srv.ListenAndServe(); err != nil && err != http.ErrServerClosed { // want `only logged`
			log.Print(err)
		}
		return nil
	})
	g.Go(func() error {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		return srv.Shutdown(limit)
	})
	return g.Wait()
}
