// Package context is another one.
package context

// Context is another one.
type Context struct{ done chan struct{} }

// New returns a Context.
func New() Context { return Context{} }

// Done returns a channel.
func (c Context) Done() <-chan struct{} { return c.done }
