// Package parcel keeps track of parcels.
package parcel

import (
	"errors"
	"slices"
	"sync"
	"time"
)

// ErrUnknown is returned for the number of no parcel.
var ErrUnknown = errors.New("no parcel has this number")

// Event is something that happened to a parcel.
type Event struct {
	At    time.Time `json:"at"`
	Place string    `json:"place"`
	What  string    `json:"what"`
}

// Store holds the events of all parcels. It is safe for concurrent use.
type Store struct {
	mu     sync.RWMutex
	events map[string][]Event
}

// NewStore returns an empty store.
func NewStore() *Store { return &Store{events: make(map[string][]Event)} }

// Record adds an event to the parcel with the given number.
func (s *Store) Record(number string, e Event) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.events[number] = append(s.events[number], e)
}

// Events returns what happened to a parcel, oldest first, or ErrUnknown.
func (s *Store) Events(number string) ([]Event, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	events, ok := s.events[number]
	if !ok {
		return nil, ErrUnknown
	}
	return slices.Clone(events), nil
}

// Forget removes what is known of a parcel.
func (s *Store) Forget(number string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.events, number)
}
