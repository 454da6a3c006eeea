// Package kv keeps values, in a file or also in memory.
package kv

import (
	"os"
	"sync"
)

// Interface is what keeps values.
type Interface interface {
	Put(key string)
	Close() error
}

// File keeps values in a file, which a goroutine writes.
type File struct {
	f       *os.File
	keys    chan string
	written chan struct{}
}

// Cached keeps values in memory, too.
type Cached struct {
	under Interface
	keys  map[string]bool
}

// New returns what keeps values in a file.
func New(path string, cached bool) (Interface, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	file := &File{f: f, keys: make(chan string), written: make(chan struct{})}
	go file.write()
	if cached {
		return &Cached{under: file, keys: make(map[string]bool)}, nil
	}
	return file, nil
}

func (s *File) write() {
	defer close(s.written)
	for key := range s.keys {
		s.f.WriteString(key)
	}
}

// Put has a key written.
func (s *File) Put(key string) { s.keys <- key }

// Close waits until all keys are written.
func (s *File) Close() error {
	close(s.keys)
	<-s.written
	return s.f.Close()
}

// Put has a key written that is new.
func (c *Cached) Put(key string) {
	if !c.keys[key] {
		c.keys[key] = true
		c.under.Put(key)
	}
}

// Close closes what is under the cache.
func (c *Cached) Close() error { return c.under.Close() }

// Closer waits for the end of work, or for nothing.
type Closer interface{ Close() error }

// Counted waits for a group.
type Counted struct{ Group *sync.WaitGroup }

// Close waits for all that is counted.
func (c *Counted) Close() error {
	c.Group.Wait()
	return nil
}

// Nothing waits for nothing.
type Nothing struct{ f *os.File }

// Close closes a file.
func (n *Nothing) Close() error { return n.f.Close() }

// Wait returns what waits for group, if there is any.
func Wait(group *sync.WaitGroup) Closer {
	if group == nil {
		return &Nothing{}
	}
	return &Counted{group}
}
