// Package twice asks for one signal by two names, in functions that others may
// call.
package twice

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

// Serve serves until it is interrupted.
func Serve(srv *http.Server) {
	go func() {
		quit := make(chan os.Signal, 1)
		signal.Notify(quit, os.Interrupt, syscall.SIGINT) // want `: only SIGINT is waited for`
		<-quit
		log.Print(srv.Shutdown(context.Background()))
	}()
	log.Print(srv.ListenAndServe())
}

// Quit stops srv at a signal of a terminal.
func Quit(srv *http.Server) {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGQUIT, os.Interrupt) // want `: only SIGQUIT or SIGINT is waited for`
	<-quit
	log.Print(srv.Shutdown(context.Background()))
}
