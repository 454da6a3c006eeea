// Command seen looks at its server through an interface.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"listenerr/sentonly/web"
)

type service interface{ Notify() <-chan error }

func main() {
	srv := web.New(os.Getenv("ADDR"))
	defer srv.Close()
	wait(srv)
}

func wait(s service) {
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, os.Interrupt, syscall.SIGTERM)
	select {
	case <-sig:
	case err := <-s.Notify():
		log.Print(err)
	}
}
