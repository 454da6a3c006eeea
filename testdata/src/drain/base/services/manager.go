package services

import "context"

type Manager struct {
	services []Service
	failed   chan struct{}
}

func NewManager(services ...Service) *Manager {
	return &Manager{services: services, failed: make(chan struct{}, len(services))}
}

func (m *Manager) StartAsync(ctx context.Context) {
	for _, s := range m.services {
		s.StartAsync(ctx)
		go func() {
			s.AwaitTerminated()
			if s.Err() != nil {
				m.failed <- struct{}{}
			}
		}()
	}
}

func (m *Manager) Failed() <-chan struct{} { return m.failed }

func (m *Manager) StopAsync() {
	for _, s := range m.services {
		s.StopAsync()
	}
}

func (m *Manager) AwaitStopped() {
	for _, s := range m.services {
		s.AwaitTerminated()
	}
}
