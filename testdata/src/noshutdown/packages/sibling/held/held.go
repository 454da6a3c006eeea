// Package held keeps servers in fields that others start.
package held

import (
	"context"
	"net/http"
)

// Stopped keeps a server that it stops.
type Stopped struct{ Server *http.Server }

// NewStopped returns one that serves h.
func NewStopped(h http.Handler) *Stopped { return &Stopped{Server: &http.Server{Handler: h}} }

// Down stops the server.
func (s *Stopped) Down() { _ = s.Server.Shutdown(context.Background()) }

// Kept keeps a server, and nothing else.
type Kept struct{ Server *http.Server }

// NewKept returns one that serves h.
func NewKept(h http.Handler) *Kept { return &Kept{Server: &http.Server{Handler: h}} }
