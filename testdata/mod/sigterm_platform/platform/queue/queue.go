// Package queue uses a helper that has nothing to do with signals.
package queue

import "example.com/platform/workers"

// New returns a queue for all workers.
func New() chan string { return make(chan string, workers.Count()) }
