// Package main starts servers of which somebody looks whether they run, or which are
// started again when they do not.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"listenerr/again/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a, b := web.New(os.Getenv("A")), web.New(os.Getenv("B"))
	a.Watched()
	a.Noted()
	a.Counted()
	go func() {
		for ctx.Err() == nil {
			b.Serve()
			time.Sleep(time.Second)
		}
	}()
	for _, srv := range []*http.Server{{Addr: os.Getenv("C")}, {Addr: os.Getenv("D")}} {
		go serve(srv)
	}
	go func() {
		for range 3 {
			once(&http.Server{Addr: os.Getenv("E")})
		}
	}()
	for a.Lives() && ctx.Err() == nil {
		time.Sleep(time.Second)
	}
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_ = a.Stop(limit)
	_ = b.Stop(limit)
}

// serve is started once for each server, though in a loop.
func serve(srv *http.Server) {
	if err := srv.ListenAndServe(); err != nil { // want `only logged`
		log.Print(err)
	}
}

// once is called again.
func once(srv *http.Server) {
	if err := srv.ListenAndServe(); err != nil {
		log.Print(err)
	}
}
