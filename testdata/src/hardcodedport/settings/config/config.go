// Package config has a port that is written here, unless a file says another.
package config

import (
	"encoding/json"
	"os"
)

const defaultPort = 8603

type Config struct {
	Host string
	Port int
}

type file struct {
	Port int `json:"port"`
}

// Complete fills what is not set.
func (c *Config) Complete() {
	if c.Port == 0 {
		c.Port = defaultPort
	}
}

func New() *Config {
	c := &Config{Host: "0.0.0.0"}
	c.Complete()
	return c
}

func Load(name string) (*Config, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var f file
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, err
	}
	c := &Config{Host: "0.0.0.0", Port: f.Port}
	c.Complete()
	return c, nil
}
