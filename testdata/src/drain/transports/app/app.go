// Package app starts and stops servers of which it knows an interface.
package app

import (
	"context"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
)

// Server is started and stopped.
type Server interface {
	Start(context.Context) error
	Stop(context.Context) error
}

// App is several of them.
type App struct {
	servers []Server
	limit   time.Duration
	ctx     context.Context
	cancel  context.CancelFunc
}

// Option changes an App.
type Option func(*App)

// Servers says which there are.
func Servers(servers ...Server) Option { return func(a *App) { a.servers = servers } }

// Limit says how long each may take to stop.
func Limit(d time.Duration) Option { return func(a *App) { a.limit = d } }

// New makes an App.
func New(opts ...Option) *App {
	a := &App{limit: 5 * time.Second}
	a.ctx, a.cancel = context.WithCancel(context.Background())
	for _, opt := range opts {
		opt(a)
	}
	return a
}

// Run starts all of them, and waits until they are stopped.
func (a *App) Run() error {
	g, ctx := errgroup.WithContext(a.ctx)
	var begun sync.WaitGroup
	for _, s := range a.servers {
		g.Go(func() error {
			<-ctx.Done()
			limit, cancel := context.WithTimeout(context.Background(), a.limit)
			defer cancel()
			return s.Stop(limit)
		})
		begun.Add(1)
		g.Go(func() error {
			begun.Done()
			return s.Start(ctx)
		})
	}
	begun.Wait()
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	g.Go(func() error {
		select {
		case <-ctx.Done():
		case <-told:
			a.Quit()
		}
		return nil
	})
	return g.Wait()
}

// Quit ends Run.
func (a *App) Quit() { a.cancel() }

// Task is a server, too, and says what it is called.
type Task interface {
	Name() string
	Start(context.Context) error
	Stop(context.Context) error
}

// Loose starts tasks, and returns when they have begun to stop.
func Loose(ctx context.Context, tasks ...Task) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, t := range tasks {
		g.Go(func() error { return t.Start(ctx) })
		go func() {
			<-ctx.Done()
			limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
			defer cancel()
			t.Stop(limit)
		}()
	}
	return g.Wait()
}

// Steady is a server, too, and says that it is steady.
type Steady interface {
	Steady()
	Start(context.Context) error
	Stop(context.Context) error
}

// Keep starts servers with a context that lives on.
func Keep(ctx context.Context, servers ...Steady) error {
	g, stopping := errgroup.WithContext(ctx)
	for _, s := range servers {
		g.Go(func() error { return s.Start(context.WithoutCancel(ctx)) })
		g.Go(func() error {
			<-stopping.Done()
			limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
			defer cancel()
			return s.Stop(limit)
		})
	}
	return g.Wait()
}
