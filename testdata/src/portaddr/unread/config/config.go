// Package config reads the environment and checks nothing.
package config

import "os"

// Config holds three ports.
type Config struct {
	Port, Hooks string

	admin string
}

// New reads it.
func New() *Config {
	return &Config{Port: os.Getenv("PORT"), Hooks: os.Getenv("HOOKS_PORT"), admin: os.Getenv("ADMIN_PORT")}
}

// Admin returns the operator's port.
func (c *Config) Admin() string { return c.admin }
