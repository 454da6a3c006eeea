// Package app starts servers and workers, and stops them together.
package app

import (
	"os"

	"drain/partsleft/web"
	"drain/partsleft/work"
)

type parts struct {
	api, hooks *web.Server
	worker     *work.Worker
}

func newParts() parts {
	return parts{api: web.New(os.Getenv("API")), hooks: web.New(os.Getenv("HOOKS")), worker: work.New()}
}

// Start starts all, and returns what tells that a server has ended.
func (p *parts) Start() <-chan error {
	failed := make(chan error, 2)
	go func() { failed <- p.api.Start() }()
	go func() { failed <- p.hooks.Start() }()
	p.worker.Start()
	return failed
}

// Hasty waits for its worker, and not for its servers.
type Hasty struct{ parts }

// NewHasty makes one.
func NewHasty() *Hasty { return &Hasty{newParts()} }

// Stop stops all.
func (h *Hasty) Stop() error {
	for _, s := range []*web.Server{h.api, h.hooks} {
		go s.Stop()
	}
	return h.worker.Stop()
}

// Patient waits for all.
type Patient struct{ parts }

// NewPatient makes one.
func NewPatient() *Patient { return &Patient{newParts()} }

// Stop stops all.
func (p *Patient) Stop() error {
	p.api.Stop()
	p.hooks.Stop()
	return p.worker.Stop()
}
