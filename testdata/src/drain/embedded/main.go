// Package main embeds its server.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

type service struct {
	http.Server
	name string
}

func (s *service) Run(ctx context.Context) {
	go func() {
		log.Panicln(s.name, s.ListenAndServe()) // want `so this ends the process`
	}()
	<-ctx.Done()
	log.Print(s.Shutdown(ctx)) // want `has already ended here`
}

type pointer struct{ *http.Server }

func (p pointer) Run(ctx context.Context) {
	go func() {
		err := p.Server.ListenAndServe()
		log.Fatalln("listening", err) // want `so this ends the process`
	}()
	<-ctx.Done()
	log.Print(p.Shutdown(context.WithoutCancel(ctx)))
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := &service{name: "web"}
	s.Addr = os.Getenv("ADDR")
	s.Run(ctx)
	pointer{&http.Server{Addr: os.Getenv("OTHER")}}.Run(ctx)
}
