// Package config reads the settings that the platform passes in the
// environment.
package config

import (
	"cmp"
	"fmt"
	"net"
	"os"
	"time"
)

// Config is what the services of this repository can be told from outside.
type Config struct {
	Port        string
	MetricsPort string
	Drain       time.Duration
}

// Load reads the environment and fills in defaults for local work.
func Load() (Config, error) {
	drain, err := time.ParseDuration(cmp.Or(os.Getenv("DRAIN_TIMEOUT"), "8s"))
	if err != nil {
		return Config{}, fmt.Errorf("DRAIN_TIMEOUT: %w", err)
	}
	return Config{
		Port:        cmp.Or(os.Getenv("PORT"), "8080"),
		MetricsPort: cmp.Or(os.Getenv("METRICS_PORT"), "9100"),
		Drain:       drain,
	}, nil
}

// Addr is where the service listens for its users.
func (c Config) Addr() string { return net.JoinHostPort("", c.Port) }

// MetricsAddr is where it listens for the scraper.
func (c Config) MetricsAddr() string { return net.JoinHostPort("", c.MetricsPort) }
