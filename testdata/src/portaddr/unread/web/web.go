// Package web makes servers of a configuration.
package web

import (
	"errors"
	"net/http"

	"portaddr/unread/config"
)

// New serves the public.
func New(c *config.Config) *http.Server { return &http.Server{Addr: ":" + c.Port} }

// NewHooks serves those who call back.
func NewHooks(c *config.Config) *http.Server { return &http.Server{Addr: ":" + c.Hooks} }

type ports interface{ Admin() string }

// NewAdmin serves the operator, and wants a port for that.
func NewAdmin(c ports) (*http.Server, error) {
	if c.Admin() == "" {
		return nil, errors.New("set ADMIN_PORT")
	}
	return &http.Server{Addr: ":" + c.Admin()}, nil
}
