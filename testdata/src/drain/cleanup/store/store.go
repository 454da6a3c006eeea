// Package store opens what has to be closed.
package store

import (
	"os"
	"sync"
)

// Open returns a store and what closes it.
func Open() (*os.File, func(), error) {
	f, err := os.Open("orders")
	if err != nil {
		return nil, nil, err
	}
	return f, func() { f.Close() }, nil
}

// Shared is Open for one that others use, for whom what closes it waits.
func Shared(users *sync.WaitGroup) (*os.File, func(), error) {
	f, err := os.Open("orders")
	if err != nil {
		return nil, nil, err
	}
	return f, func() {
		users.Wait()
		f.Close()
	}, nil
}
