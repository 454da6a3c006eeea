// Package main has its configuration in a file.
package main

import (
	"encoding/json"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/limitcarried/web"
)

func main() {
	serve(web.New(read(os.Getenv("ADDR"))))
}

// read has a configuration that a file decides.
func read(addr string) web.Config {
	config := web.Long(addr)
	text, err := os.ReadFile("config.json")
	if err == nil {
		err = json.Unmarshal(text, &config)
	}
	if err != nil {
		log.Fatal(err)
	}
	return config
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
