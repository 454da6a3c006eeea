// Package main imports what it uses under other names, and other things under
// those names.
package main

import (
	. "context"
	"log"
	web "net/http"
	"os"

	"drain/imports/internal/context"
	"drain/imports/internal/http"
)

func main() {
	ctx, cancel := WithCancel(Background())
	srv := &web.Server{Addr: os.Getenv("ADDR")}
	go func() {
		log.Fatal(srv.ListenAndServe()) // want `so this ends the process`
	}()
	cancel()
	log.Print(srv.Shutdown(ctx)) // want `has already ended here`
	others(context.New())
	shadowed(ctx)
}

// others uses packages that are only called like those that matter.
func others(ctx context.Context) {
	srv := &http.Server{}
	go func() { log.Fatal(srv.ListenAndServe()) }()
	<-ctx.Done()
	log.Print(srv.Shutdown(ctx))
}

type logger struct{}

func (logger) Fatal(...any) {}

type signals struct{}

func (signals) WithTimeout(Context) Context { return Background() }

// shadowed has variables called like packages.
func shadowed(ctx Context) {
	web := &web.Server{Addr: os.Getenv("OTHER")}
	log := logger{}
	go func() { log.Fatal(web.ListenAndServe()) }()
	context := signals{}
	<-ctx.Done()
	log.Fatal(web.Shutdown(context.WithTimeout(ctx)))
}
