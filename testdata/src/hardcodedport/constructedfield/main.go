// Package main sets the address of a server that a constructor made.
package main

import (
	"net/http"
	"os"

	"github.com/go-fuego/fuego"
)

func main() {}

// A field of the server may choose, too.
func fuegoField() {
	s := fuego.NewServer()
	s.Addr = os.Getenv("ADDR")
	_ = s.Run()
}

func fuegoServer() {
	s := fuego.NewServer()
	s.Server = &http.Server{Addr: os.Getenv("ADDR")}
	_ = s.Run()
}
