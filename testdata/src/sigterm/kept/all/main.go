// Package main asks for what platforms send, too.
package main

import (
	"log"
	"os"
	"syscall"

	"sigterm/kept/web"
)

func main() {
	s := web.New(os.Getenv("ADDR"), os.Interrupt, syscall.SIGTERM)
	log.Fatal(s.Run())
}
