// Package process calls at the end what it was given before.
package process

import (
	"context"
	"sync"
)

// Process lives as long as a context.
type Process struct {
	ctx  context.Context
	mu   sync.Mutex
	stop []func(ctx context.Context)
	last func(ctx context.Context)
}

// New makes one.
func New(ctx context.Context) *Process { return &Process{ctx: ctx} }

// OnShutdown keeps fn, which gets the context of the process.
func (p *Process) OnShutdown(fn func(ctx context.Context)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stop = append(p.stop, fn)
}

// AtLast keeps fn, which gets a context of its own.
func (p *Process) AtLast(fn func(ctx context.Context)) { p.last = fn }

// Wait for the end.
func (p *Process) Wait() {
	<-p.ctx.Done()
	for _, fn := range p.stop {
		fn(p.ctx)
	}
	if p.last != nil {
		p.last(context.WithoutCancel(p.ctx))
	}
}
