// Package route is a stub.
package route

import "context"

type Engine struct{ noCopy int }

func (engine *Engine) Run() (err error)                   { return nil }
func (engine *Engine) Shutdown(ctx context.Context) error { return nil }
func (engine *Engine) Close() error                       { return nil }
