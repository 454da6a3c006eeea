// Package store has something closed at the end.
package store

import (
	"log"

	"drain/endsbeside/grace"
)

// Store keeps things.
type Store struct{ done chan struct{} }

// Open opens one.
func Open() *Store {
	s := &Store{make(chan struct{})}
	grace.OnInterrupt(s.Close)
	return s
}

// OpenSlowly opens one whose closing waits for somebody.
func OpenSlowly() *Store {
	s := &Store{make(chan struct{})}
	grace.OnInterrupt(s.Wait)
	return s
}

// Close closes it.
func (s *Store) Close() { log.Print("closed") }

// Wait waits until Release is called.
func (s *Store) Wait() { <-s.done }

// Release lets it end.
func (s *Store) Release() { close(s.done) }
