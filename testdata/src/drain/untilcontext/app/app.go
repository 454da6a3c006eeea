// Package app has servers that serve until a context ends.
package app

import (
	"context"
	"errors"
	"net/http"
	"os"
	"sync"
)

func server(key string) *http.Server {
	return &http.Server{Addr: os.Getenv(key), Handler: http.FileServer(http.Dir("."))}
}

func failure(err error) error {
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// Beside returns when the goroutine only begins to stop.
type Beside struct {
	srv  *http.Server
	work sync.WaitGroup
}

// Run serves until ctx ends.
func (a *Beside) Run(ctx context.Context) error {
	a.srv = server("BESIDE")
	go func() {
		<-ctx.Done()
		_ = a.srv.Shutdown(context.Background())
	}()
	failed := make(chan error, 1)
	go func() { failed <- a.srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return failure(err)
	case <-ctx.Done():
	}
	return nil
}

// After leaves the stop to the context.
type After struct {
	srv  *http.Server
	work sync.WaitGroup
}

// Run serves until ctx ends.
func (a *After) Run(ctx context.Context) error {
	a.srv = server("AFTER")
	context.AfterFunc(ctx, func() { _ = a.srv.Shutdown(context.Background()) })
	failed := make(chan error, 1)
	go func() { failed <- a.srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return failure(err)
	case <-ctx.Done():
	}
	return nil
}

// AfterWaits waits for what the context has begun.
type AfterWaits struct {
	srv  *http.Server
	work sync.WaitGroup
}

// Run serves until ctx ends.
func (a *AfterWaits) Run(ctx context.Context) error {
	a.srv = server("AFTERWAITS")
	stopped := make(chan struct{})
	context.AfterFunc(ctx, func() {
		defer close(stopped)
		_ = a.srv.Shutdown(context.Background())
	})
	failed := make(chan error, 1)
	go func() { failed <- a.srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return failure(err)
	case <-stopped:
	}
	return nil
}

// Group starts the stop in a group, and waits for nobody.
type Group struct {
	srv  *http.Server
	work sync.WaitGroup
}

// Run serves until ctx ends.
func (a *Group) Run(ctx context.Context) error {
	a.srv = server("GROUP")
	failed := make(chan error, 1)
	go func() { failed <- a.srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return failure(err)
	case <-ctx.Done():
	}
	a.work.Go(func() { _ = a.srv.Shutdown(context.Background()) })
	return nil
}

// Crew waits for the group.
type Crew struct {
	srv  *http.Server
	work sync.WaitGroup
}

// Run serves until ctx ends.
func (a *Crew) Run(ctx context.Context) error {
	a.srv = server("CREW")
	a.work.Go(func() {
		<-ctx.Done()
		_ = a.srv.Shutdown(context.Background())
	})
	failed := make(chan error, 1)
	go func() { failed <- a.srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return failure(err)
	case <-ctx.Done():
	}
	a.work.Wait()
	return nil
}

// Once stops in a goroutine, once.
type Once struct {
	srv  *http.Server
	work sync.WaitGroup
}

// Run serves until ctx ends.
func (a *Once) Run(ctx context.Context) error {
	a.srv = server("ONCE")
	failed := make(chan error, 1)
	go func() { failed <- a.srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return failure(err)
	case <-ctx.Done():
	}
	var once sync.Once
	go once.Do(func() { _ = a.srv.Shutdown(context.Background()) })
	return nil
}
