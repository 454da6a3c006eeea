// Package config has its settings made and filled by a library.
package config

import "github.com/caarlos0/env/v11"

type Config struct {
	Host     string // nobody fills it
	Port     string `env:"PORT" envDefault:"8080"`
	GRPCPort string `env:"GRPC_PORT" envDefault:"9090"`
}

// Parse returns what the environment says.
func Parse() (Config, error) { return env.ParseAs[Config]() }

// Ops is of another listener.
type Ops struct {
	Port  string `env:"OPS_PORT" envDefault:"7070"`
	Pages string `env:"PAGES_PORT" envDefault:"7070"`
}

// MustOps panics.
func MustOps() Ops { return env.Must(env.ParseAs[Ops]()) }
