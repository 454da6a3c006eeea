// Package main runs a server that puts itself behind an interface to be stopped.
package main

import (
	"log"
	"os"

	"noshutdown/receivers/server"
)

func main() {
	s, err := server.New(os.Getenv("ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	if err := s.Run(); err != nil {
		log.Print(err)
	}
}
