// Package main asks its settings for this and that once the goroutine that
// drains has begun: to ask is not to wait.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"drain/getters/internal/settings"
)

func main() {
	waited(settings.New())
	asked(settings.New())
}

func asked(s *settings.Settings) {
	srv := &http.Server{Addr: s.Addr()}
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		<-ctx.Done()
		_ = srv.Shutdown(context.Background())
	}()
	log.Printf("%s listens at %s", settings.Get("NAME"), s.Addr())
	err := srv.ListenAndServe() // want `main ends without waiting for it`
	if errors.Is(err, http.ErrServerClosed) {
		return
	}
	log.Print(err)
}

func waited(s *settings.Settings) {
	srv := &http.Server{Addr: s.Addr()}
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	go func() {
		defer s.Applied()
		<-ctx.Done()
		_ = srv.Shutdown(context.Background())
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
	log.Print(s.Reload())
}
