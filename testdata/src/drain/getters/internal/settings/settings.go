// Package settings knows how the program is to run.
package settings

import "os"

// Settings are those of the program.
type Settings struct {
	addr string
	done chan struct{}
}

// New returns the settings in the environment.
func New() *Settings { return &Settings{addr: os.Getenv("ADDR"), done: make(chan struct{})} }

// Addr returns the address to listen on.
func (s *Settings) Addr() string { return s.addr }

// Get returns the value that key has.
func Get(key string) string { return os.Getenv(key) }

// Applied tells who calls Reload that all is over.
func (s *Settings) Applied() { close(s.done) }

// Reload returns once Applied was called.
func (s *Settings) Reload() string {
	<-s.done
	return s.addr
}
