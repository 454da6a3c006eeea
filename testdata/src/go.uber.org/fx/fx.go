// Package fx is a stub of go.uber.org/fx: the signatures that tests use.
package fx

import (
	"context"
	"os"
)

type Hook struct {
	OnStart func(context.Context) error
	OnStop  func(context.Context) error
}

type Lifecycle interface {
	Append(Hook)
}

type Option interface{ apply() }

type App struct{ err error }

func New(opts ...Option) *App                    { return &App{} }
func Provide(constructors ...interface{}) Option { return nil }
func Invoke(funcs ...interface{}) Option         { return nil }
func Supply(values ...interface{}) Option        { return nil }
func Replace(values ...interface{}) Option       { return nil }
func Decorate(decorators ...interface{}) Option  { return nil }
func Options(opts ...Option) Option              { return nil }
func Module(name string, opts ...Option) Option  { return nil }

func (app *App) Run()                                  {}
func (app *App) Start(ctx context.Context) (err error) { return nil }
func (app *App) Stop(ctx context.Context) (err error)  { return nil }
func (app *App) Done() <-chan os.Signal                { return nil }

// Shutdowner lets the program end.
type Shutdowner interface {
	Shutdown(opts ...ShutdownOption) error
}

type ShutdownOption interface{ apply() }
