// Package life stops what it is given.
package life

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Stopper can be stopped.
type Stopper interface{ Stop(context.Context) error }

// Watch stops s when a signal comes.
func Watch(s Stopper) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_ = s.Stop(limit)
}
