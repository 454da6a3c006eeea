// Package lifecycle calls hooks at the start and at the end, with a context that has
// ended by then.
package lifecycle

import "context"

// Hook is what is done then.
type Hook struct {
	OnStart, OnStop func(context.Context) error
}

// Lifecycle has hooks.
type Lifecycle struct{ hooks []Hook }

// Append adds one.
func (l *Lifecycle) Append(h Hook) { l.hooks = append(l.hooks, h) }

// Run runs them until ctx ends.
func (l *Lifecycle) Run(ctx context.Context) error {
	for _, h := range l.hooks {
		if h.OnStart == nil {
			continue
		}
		if err := h.OnStart(ctx); err != nil {
			return err
		}
	}
	<-ctx.Done()
	for _, h := range l.hooks {
		if err := h.OnStop(ctx); err != nil {
			return err
		}
	}
	return nil
}
