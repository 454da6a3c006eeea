// Package cmd calls back what it is given when a signal comes.
package cmd

import (
	"log"
	"os"
	"os/signal"
	"syscall"
)

// Catch waits for a signal, calls back and exits.
func Catch(logger *log.Logger, callback func()) {
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGTERM, syscall.SIGINT)
	logger.Printf("caught %s", <-sigs)
	if callback != nil {
		callback()
	}
	os.Exit(0)
}

// FailOnError ends the program when there is an error.
func FailOnError(err error, msg string, args ...any) {
	if err != nil {
		log.Fatalf(msg+": "+err.Error(), args...)
	}
}
