// Package store is what programs close at the end.
package store

import "sync"

// DB is closed once.
type DB struct {
	mu     sync.Mutex
	open   bool
	closed chan struct{}
}

// Open opens one.
func Open() *DB { return &DB{open: true, closed: make(chan struct{})} }

// Close closes db, and nobody hears of it.
func Close(db *DB) error {
	db.mu.Lock()
	defer db.mu.Unlock()
	db.open = false
	return nil
}

// CloseLoud closes db, and says so.
func CloseLoud(db *DB) { close(db.closed) }

// Closed is closed with it.
func (db *DB) Closed() <-chan struct{} { return db.closed }
