// Package main starts and stops its servers by their fields.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/parts/web"
)

type servers struct{ api, hooks *web.Server }

func newServers() servers {
	return servers{api: web.New(os.Getenv("API")), hooks: web.New(os.Getenv("HOOKS"))}
}

func (s *servers) start() {
	go run(s.api.Start)
	go run(s.hooks.Start)
}

func run(start func() error) {
	if err := start(); err != nil {
		log.Fatal(err)
	}
}

func (s *servers) wait() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	s.stop()
}

func (s *servers) stop() {
	if err := s.api.Stop(context.Background()); err != nil {
		log.Print(err)
	}
	if err := s.hooks.Stop(context.Background()); err != nil {
		log.Print(err)
	}
}

func main() {
	s := newServers()
	s.start()
	s.wait()
}
