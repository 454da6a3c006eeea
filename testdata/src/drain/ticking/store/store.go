// Package store flushes what it holds from time to time, in a goroutine.
package store

import (
	"sync"
	"time"
)

// Store holds entries.
type Store struct {
	stop chan struct{}
	wg   sync.WaitGroup
	mu   sync.Mutex
	held []string
}

// New starts to flush.
func New() *Store {
	s := &Store{stop: make(chan struct{})}
	s.wg.Add(1)
	go s.loop()
	return s
}

func (s *Store) loop() {
	defer s.wg.Done()
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			s.flush()
		case <-s.stop:
			s.flush()
			return
		}
	}
}

func (s *Store) flush() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.held = nil
}

// Close waits for the last flush.
func (s *Store) Close() {
	close(s.stop)
	s.wg.Wait()
}
