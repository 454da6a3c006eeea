// Package workers has helpers, one of which waits for signals.
package workers

import (
	"os"
	"os/signal"
	"syscall"
)

// Count is how many workers there are by default.
func Count() int { return 4 }

// Pool is some workers.
type Pool struct{ stop func() }

// Attend stops the workers when the program is told to stop.
func (p *Pool) Attend() { p.attend() }

func (p *Pool) attend() {
	told := make(chan os.Signal, 1)
	signal.Notify(told, syscall.SIGTERM)
	<-told
	p.stop()
}
