// Package config reads the environment and checks nothing.
package config

import "os"

// APIPort is a port.
var APIPort = os.Getenv("API_PORT")

// Config holds another.
type Config struct{ Port, AdminPort string }

// New reads it.
func New() *Config { return &Config{Port: os.Getenv("PORT"), AdminPort: os.Getenv("ADMIN_PORT")} }
