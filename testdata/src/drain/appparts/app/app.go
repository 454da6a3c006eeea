// Package app puts the parts together.
package app

import (
	"drain/appparts/rpc"
	"drain/appparts/web"
)

// App is all parts.
type App struct {
	Web *web.App
	RPC *rpc.App
}

// New makes them.
func New() *App { return &App{web.New(), rpc.New()} }
