// Package main waits for a signal beside servers that may not have their ports.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"listenerr/warned/web"
)

func main() {
	switch os.Args[1] {
	case "far":
		far()
	case "near":
		near()
	case "ends":
		ends()
	case "told":
		told()
	}
}

func far() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	web.New().Start() // want `only logged, so with a port that is taken the process lives on`
	<-ctx.Done()
}

func near() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	start()
	<-ctx.Done()
}

func start() {
	l, err := net.Listen("tcp", os.Getenv("NEAR")) // want `only logged, so with a port that is taken the process lives on`
	if err != nil {
		log.Print(err)
		return
	}
	go func() { log.Fatal(http.Serve(l, nil)) }()
}

// ends does nothing more: the process ends.
func ends() {
	web.New().Start()
	log.Print("done")
}

// told looks, or is ended.
func told() {
	s := web.New()
	s.Must()
	if s.Try(); !s.Bound() {
		log.Fatal("no port")
	}
	select {}
}
