// Package config says how long drains may take.
package config

import (
	"os"
	"time"
)

// Config is for one server.
type Config struct {
	Addr  string
	Grace time.Duration
}

// Patient has more patience than any platform.
func Patient() (*Config, error) {
	return &Config{Addr: os.Getenv("ADDR"), Grace: 2 * time.Minute}, nil
}

// Hasty has less.
func Hasty() *Config { return &Config{Addr: os.Getenv("ADDR"), Grace: 12 * time.Second} }

// Told is told how much it has.
func Told() *Config {
	c := &Config{Addr: os.Getenv("ADDR"), Grace: 2 * time.Minute}
	if d, err := time.ParseDuration(os.Getenv("GRACE")); err == nil {
		c.Grace = d
	}
	return c
}
