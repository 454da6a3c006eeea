// Package run runs services of which it knows only what they can do.
package run

import "context"

// Kept is a service that nobody stops.
type Kept interface {
	Start() error
	Stop(ctx context.Context) error
}

// Keep runs all until ctx ends.
func Keep(ctx context.Context, services ...Kept) error {
	failed := make(chan error, len(services))
	for _, s := range services {
		go func() { failed <- s.Start() }()
	}
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return nil
	}
}

// Stopped is a service that is stopped.
type Stopped interface {
	Start() error
	Stop(ctx context.Context) error
}

// Stop runs all until ctx ends.
func Stop(ctx context.Context, services ...Stopped) (err error) {
	failed := make(chan error, len(services))
	var stops []func(context.Context) error
	for _, s := range services {
		stops = append(stops, s.Stop)
		go func() { failed <- s.Start() }()
	}
	select {
	case err = <-failed:
	case <-ctx.Done():
	}
	for _, stop := range stops {
		_ = stop(context.Background())
	}
	return err
}
