// Package shell has servers that a library makes of another's type.
package shell

import (
	"github.com/charmbracelet/ssh"
	"github.com/charmbracelet/wish"
)

// Lone is a server that its users may reach.
type Lone struct{ SSH *ssh.Server }

// NewLone makes one.
func NewLone(addr string) (*Lone, error) {
	s, err := wish.NewServer(wish.WithAddress(addr))
	if err != nil {
		return nil, err
	}
	return &Lone{SSH: s}, nil
}

// Serve serves until the end.
func (l *Lone) Serve() error { return l.SSH.ListenAndServe() }

// Held is a server that its users do reach.
type Held struct{ SSH *ssh.Server }

// NewHeld makes one.
func NewHeld(addr string) (*Held, error) {
	s, err := wish.NewServer(wish.WithAddress(addr))
	if err != nil {
		return nil, err
	}
	return &Held{SSH: s}, nil
}

// Serve serves until it is stopped.
func (h *Held) Serve() error { return h.SSH.ListenAndServe() }
