// Package run runs services of which it knows only what they can do.
package run

import (
	"context"
	"errors"
	"time"
)

// Hasty gives its services a context that has ended.
type Hasty struct{ services []HastyService }

// HastyService is one of them.
type HastyService interface {
	Start() error
	Stop(ctx context.Context) error
}

// Add keeps a service.
func (h *Hasty) Add(s HastyService) { h.services = append(h.services, s) }

// Run runs them until ctx ends.
func (h *Hasty) Run(ctx context.Context) (err error) {
	failed := make(chan error, len(h.services))
	for _, s := range h.services {
		go func() { failed <- s.Start() }()
	}
	select {
	case err = <-failed:
	case <-ctx.Done():
	}
	limit, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	for _, s := range h.services {
		err = errors.Join(err, s.Stop(limit))
	}
	return err
}

// PatientService is waited for longer than any platform does.
type PatientService interface {
	Start() error
	Stop(ctx context.Context) error
}

// Patient runs s until ctx ends.
func Patient(ctx context.Context, s PatientService) error { return one(ctx, s, 2*time.Minute) }

// RightService is waited for as long as it takes to answer.
type RightService interface {
	Start() error
	Stop(ctx context.Context) error
}

// Right runs s until ctx ends.
func Right(ctx context.Context, s RightService) error {
	failed := make(chan error, 1)
	go func() { failed <- s.Start() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return s.Stop(limit)
}

// MixedService is stopped in two ways, one of which is right.
type MixedService interface {
	Start() error
	Stop(ctx context.Context) error
}

// Mixed runs s until ctx ends.
func Mixed(ctx context.Context, s MixedService) error {
	failed := make(chan error, 1)
	go func() { failed <- s.Start() }()
	select {
	case err := <-failed:
		return errors.Join(err, s.Stop(context.Background()))
	case <-ctx.Done():
		return s.Stop(ctx)
	}
}

func one(ctx context.Context, s PatientService, grace time.Duration) error {
	failed := make(chan error, 1)
	go func() { failed <- s.Start() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	return s.Stop(limit)
}
