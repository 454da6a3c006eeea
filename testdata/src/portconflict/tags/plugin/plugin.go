// Package plugin has a server.
package plugin

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// Conductor listens on Address.
type Conductor struct{ Address string }

// Name is what it is called.
func (s *Conductor) Name() string { return "plugin" }

// Run serves until ctx ends.
func (s *Conductor) Run(ctx context.Context) error {
	srv := &http.Server{Addr: s.Address, ReadHeaderTimeout: time.Second}
	go func() {
		<-ctx.Done()
		srv.Close()
	}()
	if err := srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
