// Package web is a stub of github.com/prometheus/exporter-toolkit/web: the signatures that tests use.
package web

import (
	"log/slog"
	"net/http"
)

type FlagConfig struct{ WebListenAddresses *[]string }

type LandingConfig struct{ Name string }

type LandingPageHandler struct{}

func NewLandingPage(c LandingConfig) (*LandingPageHandler, error) { return nil, nil }

func (h *LandingPageHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

func ListenAndServe(server *http.Server, flags *FlagConfig, logger *slog.Logger) error { return nil }
