package command

import (
	"os"
	"os/signal"
	"syscall"
)

// MakeShutdownCh returns a channel on which something is sent for each signal.
func MakeShutdownCh() <-chan struct{} {
	result := make(chan struct{})
	sigs := make(chan os.Signal, 4)
	signal.Notify(sigs, os.Interrupt, syscall.SIGTERM)
	go func() {
		for {
			<-sigs
			result <- struct{}{}
		}
	}()
	return result
}
