// Package hook sends messages and, unless it is told not to, receives some.
package hook

import "net/http"

// Options say how to send and receive.
type Options struct {
	Addr     string
	SendOnly bool
}

// Hook sends and receives.
type Hook struct{ opts Options }

// New starts to receive.
func New(opts Options) *Hook {
	h := &Hook{opts: opts}
	if h.opts.SendOnly {
		return h
	}
	go h.receive()
	return h
}

func (h *Hook) receive() { _ = http.ListenAndServe(h.opts.Addr, nil) }
