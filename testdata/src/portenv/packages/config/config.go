// Package config knows where the values come from.
package config

import (
	"flag"
	"os"
)

// Config is what the program is told.
type Config struct {
	Addr  string
	Redis string
}

// FromEnv asks the environment.
func FromEnv() *Config {
	return &Config{Addr: ":" + Get("PORT", "8080"), Redis: Get("REDIS_ADDR", "redis:6379")}
}

// FromFlags asks the command line, except for the cache.
func FromFlags() *Config {
	var port string
	flag.StringVar(&port, "port", "8080", "port")
	flag.Parse()
	return &Config{Addr: ":" + port, Redis: Get("REDIS_ADDR", "redis:6379")}
}

// Get returns a variable or what stands for it.
func Get(key, fallback string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return fallback
}
