// Package main takes letters, one of which may be half read.
package main

import (
	"log"
	"os"

	"github.com/emersion/go-smtp"
)

func main() {
	srv := smtp.NewServer(nil)
	srv.Addr = os.Getenv("ADDR")
	log.Fatal(srv.ListenAndServe()) // want `never stopped by Shutdown`
}
