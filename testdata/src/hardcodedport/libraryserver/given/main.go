// Package main gives the address.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"hardcodedport/libraryserver/web"
)

func main() {
	w := new(web.Web)
	if err := w.Start(":8083"); err != nil { // want `port "8083" is hardcoded`
		log.Fatal(err)
	}
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	if err := w.Close(); err != nil {
		log.Fatal(err)
	}
}
