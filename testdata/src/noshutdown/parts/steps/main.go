// Package main starts and stops its servers in methods of their own.
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
	go s.run(s.api)
	go func() {
		if err := s.hooks.Start(); err != nil {
			log.Fatal(err)
		}
	}()
}

func (s *servers) run(srv *web.Server) {
	if err := srv.Start(); err != nil {
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
	for _, srv := range []*web.Server{s.api, s.hooks} {
		if err := srv.Stop(context.Background()); err != nil {
			log.Print(err)
		}
	}
}

func main() {
	s := newServers()
	s.start()
	s.wait()
}
