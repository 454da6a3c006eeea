// Package app runs a server until it ends, or the signal comes.
package app

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"listenerr/sentonly/web"
)

// Run looks at what becomes of the server.
func Run(addr string) {
	srv := web.New(addr)
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, os.Interrupt, syscall.SIGTERM)
	select {
	case <-sig:
	case err := <-srv.Notify():
		log.Print(err)
	}
	_ = srv.Close()
}
