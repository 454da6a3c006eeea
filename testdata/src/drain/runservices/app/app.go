// Package app runs services of which it knows an interface.
package app

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"
)

// Service runs until its context ends.
type Service interface {
	Name() string
	Run(context.Context) error
}

// App is several of them.
type App struct{ Services []Service }

// Run waits for all of them.
func (a *App) Run(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, s := range a.Services {
		g.Go(func() error {
			if err := s.Run(ctx); err != nil {
				return fmt.Errorf("%s: %w", s.Name(), err)
			}
			return nil
		})
	}
	return g.Wait()
}

// Task is run by others, and says if it is done.
type Task interface {
	Run(context.Context) error
	Done() bool
}

// Loose runs tasks, and returns when it is told to stop.
func Loose(ctx context.Context, tasks ...Task) {
	failed := make(chan error, len(tasks))
	for _, t := range tasks {
		go func() {
			if err := t.Run(ctx); err != nil {
				failed <- err
			}
		}()
	}
	select {
	case err := <-failed:
		fmt.Println(err)
	case <-ctx.Done():
	}
}
