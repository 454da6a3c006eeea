// Package tcp has servers that it has written itself.
package tcp

import (
	"context"
	"net"
	"sync"
)

// Lines listens and serves in one call.
type Lines struct {
	addr string
	ln   net.Listener
	mu   sync.Mutex
	work sync.WaitGroup
}

// NewLines makes one.
func NewLines(addr string) *Lines { return &Lines{addr: addr} }

// ListenAndServe serves until it is shut down.
func (s *Lines) ListenAndServe() error {
	ln, err := net.Listen("tcp", s.addr)
	if err != nil {
		return err
	}
	s.mu.Lock()
	s.ln = ln
	s.mu.Unlock()
	for {
		conn, err := ln.Accept()
		if err != nil {
			return err
		}
		s.work.Add(1)
		go func() {
			defer s.work.Done()
			answer(conn)
		}()
	}
}

// Shutdown waits for the connections, as long as ctx lives.
func (s *Lines) Shutdown(ctx context.Context) error {
	s.mu.Lock()
	s.ln.Close()
	s.mu.Unlock()
	idle := make(chan struct{})
	go func() {
		s.work.Wait()
		close(idle)
	}()
	select {
	case <-idle:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Close cuts the connections off.
func (s *Lines) Close() error { return s.ln.Close() }

// Eager serves from when it is made.
type Eager struct {
	ln   net.Listener
	quit chan struct{}
	work sync.WaitGroup
}

// NewEager makes one.
func NewEager(addr string) (*Eager, error) {
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, err
	}
	s := &Eager{ln: ln, quit: make(chan struct{})}
	s.work.Add(1)
	go s.serve()
	return s, nil
}

func (s *Eager) serve() {
	defer s.work.Done()
	for {
		conn, err := s.ln.Accept()
		if err != nil {
			select {
			case <-s.quit:
				return
			default:
				continue
			}
		}
		s.work.Go(func() { answer(conn) })
	}
}

// Stop waits for the connections.
func (s *Eager) Stop() {
	close(s.quit)
	s.ln.Close()
	s.work.Wait()
}

// Given serves on what it is given.
type Given struct {
	ln   net.Listener
	work sync.WaitGroup
}

// Serve serves on ln.
func (s *Given) Serve(ln net.Listener) error {
	s.ln = ln
	defer s.work.Wait()
	for {
		conn, err := ln.Accept()
		if err != nil {
			return err
		}
		s.work.Add(1)
		go func() {
			defer s.work.Done()
			answer(conn)
		}()
	}
}

// Stop waits for the connections.
func (s *Given) Stop() {
	s.ln.Close()
	s.work.Wait()
}

// Rough has nothing better than its end.
type Rough struct{ ln net.Listener }

// ListenAndServe serves until it is closed.
func (s *Rough) ListenAndServe(addr string) (err error) {
	if s.ln, err = net.Listen("tcp", addr); err != nil {
		return err
	}
	for {
		conn, err := s.ln.Accept()
		if err != nil {
			return err
		}
		go answer(conn)
	}
}

// Close ends it.
func (s *Rough) Close() error { return s.ln.Close() }

func answer(conn net.Conn) { conn.Close() }
