// Package app starts servers in the background, and forgets to stop one of them.
package app

import (
	"context"
	"errors"
	"os"

	"noshutdown/parts/web"
)

// Whole stops all that it starts.
type Whole struct{ api, hooks *web.Server }

// NewWhole makes one.
func NewWhole() *Whole {
	return &Whole{api: web.New(os.Getenv("API")), hooks: web.New(os.Getenv("HOOKS"))}
}

// Start starts both servers, and returns what tells that one has ended.
func (w *Whole) Start() <-chan error {
	failed := make(chan error, 2)
	go func() { failed <- w.api.Start() }()
	go func() { failed <- w.hooks.Start() }()
	return failed
}

// Stop drains both.
func (w *Whole) Stop(ctx context.Context) error {
	return errors.Join(w.api.Stop(ctx), w.hooks.Stop(ctx))
}

// Half stops one of them.
type Half struct{ api, hooks *web.Server }

// NewHalf makes one.
func NewHalf() *Half {
	return &Half{api: web.New(os.Getenv("API")), hooks: web.New(os.Getenv("HOOKS"))}
}

// Start starts both servers, and returns what tells that one has ended.
func (h *Half) Start() <-chan error {
	failed := make(chan error, 2)
	go func() { failed <- h.api.Start() }() // want `the server started by \(\*http.Server\).ListenAndServe is never stopped`
	go func() { failed <- h.hooks.Start() }()
	return failed
}

// Stop drains one.
func (h *Half) Stop(ctx context.Context) error { return h.hooks.Stop(ctx) }
