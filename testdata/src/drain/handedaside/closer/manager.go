package closer

import (
	"os"
	"os/signal"
	"syscall"
)

// Manager calls its hooks, the last first, when the program is told to stop.
type Manager struct {
	hooks []hook
	done  chan struct{}
}

func NewManager() *Manager { return &Manager{done: make(chan struct{})} }

func (m *Manager) Add(name string, call func() error) { m.hooks = append(m.hooks, hook{name, call}) }

func (m *Manager) Watch() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-quit
		for i := len(m.hooks) - 1; i >= 0; i-- {
			h := m.hooks[i]
			_ = h.call()
		}
		close(m.done)
	}()
}

func (m *Manager) Wait() { <-m.done }
