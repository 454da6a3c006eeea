// Package app runs servers of another package until a context ends.
package app

import (
	"context"
	"time"

	"drain/within/rpc"
)

func run(ctx context.Context, s *rpc.Server) error {
	failed := make(chan error, 1)
	go func() { failed <- s.Start() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return nil
	}
}

// Right drains for some seconds.
func Right(ctx context.Context, addr string) error {
	s := rpc.New(addr)
	failed := make(chan error, 1)
	go func() { failed <- s.Start() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	return s.Stop(limit)
}

// Ended drains as long as a context that is over.
func Ended(ctx context.Context, addr string) error {
	s := rpc.New(addr)
	failed := make(chan error, 1)
	go func() { failed <- s.Start() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	return s.Stop(ctx) // want `the context given to \(\*rpc.Server\).Stop has already ended here`
}

// TooLong drains longer than there is time.
func TooLong(ctx context.Context, addr string) error {
	s := rpc.New(addr)
	if err := run(ctx, s); err != nil {
		return err
	}
	limit, cancel := context.WithTimeout(context.Background(), 90*time.Second)
	defer cancel()
	return s.Stop(limit) // want `\(\*rpc.Server\).Stop waits up to 1m30s`
}

// Expired has begun the time for that too early.
func Expired(ctx context.Context, addr string) error {
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	s := rpc.New(addr)
	failed := make(chan error, 1)
	go func() { failed <- s.Start() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	return s.Stop(limit) // want `the context given to \(\*rpc.Server\).Stop has already ended here`
}
