// Package daemon lets its workers attend to signals.
package daemon

import "example.com/platform/workers"

// Run waits until the program is told to stop, and calls stop.
func Run(pool *workers.Pool, stop func()) {
	go func() {
		pool.Attend()
		stop()
	}()
}
