// Package autocert is a stub of golang.org/x/crypto/acme/autocert: the signatures that tests use.
package autocert

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
)

type Cache interface {
	Get(ctx context.Context, key string) ([]byte, error)
}

type DirCache string

func (d DirCache) Get(ctx context.Context, name string) ([]byte, error) { return nil, nil }

type HostPolicy func(ctx context.Context, host string) error

func HostWhitelist(hosts ...string) HostPolicy   { return nil }
func AcceptTOS(tosURL string) bool               { return true }
func NewListener(domains ...string) net.Listener { return nil }

type Manager struct {
	Prompt     func(tosURL string) bool
	Cache      Cache
	HostPolicy HostPolicy
}

func (m *Manager) HTTPHandler(fallback http.Handler) http.Handler { return fallback }
func (m *Manager) TLSConfig() *tls.Config                         { return nil }
func (m *Manager) Listener() net.Listener                         { return nil }

func (m *Manager) GetCertificate(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
	return nil, nil
}
