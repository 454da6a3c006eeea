// Package config reads the configuration.
package config

import (
	"os"
	"strconv"
)

// Config is the configuration.
type Config struct {
	Server Server
	DB     Database
}

type Server struct {
	Host string
	Port int
}

type Database struct {
	Host string
	Port int
}

// Load reads the environment.
func Load() (*Config, error) {
	return &Config{
		Server: Server{Host: getString("HOST", "0.0.0.0"), Port: getInt("PORT", 8080)},
		DB:     Database{Host: getString("DB_HOST", "localhost"), Port: 5432},
	}, nil
}

func getString(key, def string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return def
}

func getInt(key string, def int) int {
	v := os.Getenv(key)
	if v == "" {
		return def
	}
	n, err := strconv.Atoi(v)
	if err != nil {
		return def
	}
	return n
}
