// Package web stops its servers when the first of several things happens.
package web

import (
	"context"
	"net/http"
	"time"
)

// Until serves until ctx ends or done is closed.
func Until(ctx context.Context, done <-chan struct{}, addr string) error {
	srv, failed := &http.Server{Addr: addr}, make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	case <-done:
	}
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return srv.Shutdown(limit)
}

// Either serves until one of two contexts ends.
func Either(a, b context.Context, addr string) error {
	srv, failed := &http.Server{Addr: addr}, make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-a.Done():
	case <-b.Done():
	}
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return srv.Shutdown(limit)
}

// Alone serves until its context ends.
func Alone(ctx context.Context, addr string) error {
	srv, failed := &http.Server{Addr: addr}, make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return srv.Shutdown(limit)
}
