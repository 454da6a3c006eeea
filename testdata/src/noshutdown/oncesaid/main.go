// Package main starts servers by a method, which is where each is told of, once.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

// service is a server.
type service struct {
	srv  *http.Server
	name string
}

func newService(name, key string) *service {
	return &service{srv: &http.Server{Addr: os.Getenv(key), Handler: http.FileServer(http.Dir(name))}, name: name}
}

func (s *service) start() error {
	log.Print(s.name)
	return s.srv.ListenAndServe() // want `the server started by \(\*http.Server\).ListenAndServe is never stopped`
}

type site struct{ pages, files *service }

func newSite() *site {
	return &site{pages: newService("pages", "ADDR"), files: newService("files", "FILES_ADDR")}
}

func (s *site) run(ctx context.Context) {
	go func() { log.Fatal(s.pages.start()) }()
	go func() { log.Fatal(s.files.start()) }()
	<-ctx.Done()
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	newSite().run(ctx)
}
