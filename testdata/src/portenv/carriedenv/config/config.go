// Package config reads a file, and the environment.
package config

import (
	"encoding/json"
	"os"
	"strconv"
)

// Web is where to listen.
type Web struct {
	Host string `json:"host"`
	Port int    `json:"port"`
}

// Config is all of it.
type Config struct {
	Name string `json:"name"`
	Web  Web    `json:"web"`
}

// Load reads it.
func Load(name string) (*Config, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	c := &Config{Web: Web{Host: "0.0.0.0", Port: 8080}}
	if err := json.Unmarshal(b, c); err != nil {
		return nil, err
	}
	return c, c.Web.override()
}

func (w *Web) override() error {
	v := os.Getenv("PORT")
	if v == "" {
		return nil
	}
	p, err := strconv.Atoi(v)
	if err != nil {
		return err
	}
	w.Port = p
	return nil
}
