// Package main gives servers their configurations.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/limitcarried/web"
)

func main() {
	addr := os.Getenv("ADDR")
	switch len(os.Args) {
	case 1:
		serve(web.New(web.Long(addr))) // want `Shutdown waits up to 2m0s for requests in flight \(at web.go:\d+\), longer than`
	case 2:
		serve(web.New(web.Config{Addr: addr, Grace: 90 * time.Second})) // want `Shutdown waits up to 1m30s for requests in flight \(at web.go:\d+\), longer than`
	case 3:
		serve(web.New(web.Short(addr)))
	case 4:
		serve(web.New(either(addr)))
	}
}

// either has one of two.
func either(addr string) web.Config {
	if os.Getenv("QUICK") != "" {
		return web.Short(addr)
	}
	return web.Long(addr)
}

func serve(s *web.Server) {
	failed := make(chan error, 1)
	go func() { failed <- s.Start() }()
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	select {
	case err := <-failed:
		log.Fatal(err)
	case <-c:
	}
	if err := s.Stop(); err != nil {
		log.Print(err)
	}
}
