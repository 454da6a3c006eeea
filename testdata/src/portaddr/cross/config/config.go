// Package config looks up what others listen on.
package config

import (
	"log"
	"os"
)

// Config is what is found.
type Config struct{ Port string }

// Load reads the environment. Whoever asks may check.
func Load() *Config { return &Config{Port: os.Getenv("CONFIG_PORT")} }

// Port returns a variable as it is.
func Port() string { return os.Getenv("RAW_PORT") }

// MustPort ends the program when there is none.
func MustPort() string {
	v := os.Getenv("MUST_PORT")
	if v == "" {
		log.Fatal("MUST_PORT is not set")
	}
	return v
}

// Get returns any variable as it is.
func Get(key string) string { return os.Getenv(key) }

// Addr is what works on the laptop.
func Addr() string {
	if p := os.Getenv("PORT"); p != "" {
		return p
	}
	return ":8080"
}
