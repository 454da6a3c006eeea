// Package finish is a stub of github.com/pseidemann/finish: the signatures that tests use.
package finish

import "context"

type Server interface {
	Shutdown(ctx context.Context) error
}

type Option func()

type Finisher struct{}

func New() *Finisher                               { return nil }
func (f *Finisher) Add(srv Server, opts ...Option) {}
func (f *Finisher) Wait()                          {}
