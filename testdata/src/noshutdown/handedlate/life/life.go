// Package life waits for the end.
package life

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Wait waits for a signal, and calls what it is given.
func Wait(stops ...func(context.Context) error) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	for _, stop := range stops {
		_ = stop(limit)
	}
}
