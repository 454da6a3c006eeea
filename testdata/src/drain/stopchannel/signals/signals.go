// Package signals tells of SIGTERM by a channel that it closes.
package signals

import (
	"os"
	"os/signal"
	"syscall"
)

// Stop returns a channel that is closed when the program is to stop.
func Stop() <-chan struct{} {
	stop := make(chan struct{})
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-c
		close(stop)
	}()
	return stop
}
