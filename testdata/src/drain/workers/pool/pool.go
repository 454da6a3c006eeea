// Package pool runs what it is given.
package pool

import "sync"

// Pool counts tasks.
type Pool struct{ wg sync.WaitGroup }

// New makes a pool.
func New() *Pool { return new(Pool) }

// Go runs a task.
func (p *Pool) Go(task func()) {
	p.wg.Add(1)
	go func() {
		defer p.wg.Done()
		task()
	}()
}

// Wait waits for all tasks.
func (p *Pool) Wait() { p.wg.Wait() }
