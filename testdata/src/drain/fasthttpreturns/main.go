// Package main ends when fasthttp is told to stop.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"github.com/valyala/fasthttp"
)

func main() {
	s := &fasthttp.Server{Name: "returns"}
	go stopLater(s)
	if err := s.ListenAndServe(os.Getenv("ADDR")); err != nil { // want `main ends without waiting for it`
		log.Fatal(err)
	}
}

func stopLater(s *fasthttp.Server) {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	_ = s.Shutdown()
}
