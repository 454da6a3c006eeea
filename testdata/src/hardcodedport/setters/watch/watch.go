// Package watch gives the port of its configuration to a server.
package watch

import "hardcodedport/setters/metrics"

// Watcher has a server for its metrics.
type Watcher struct{ port int }

// New returns one that listens on a port.
func New(port int) *Watcher { return &Watcher{port: port} }

// Run serves metrics.
func (w *Watcher) Run() error {
	s := metrics.Server{}
	s.Register(w.port)
	return s.Serve()
}
