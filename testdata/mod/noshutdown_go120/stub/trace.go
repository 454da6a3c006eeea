// Package trace stands for a library that sends what it has gathered when it is
// stopped.
package trace

import "context"

type Provider struct{ name string }

func (p *Provider) Shutdown(ctx context.Context) error { return ctx.Err() }
