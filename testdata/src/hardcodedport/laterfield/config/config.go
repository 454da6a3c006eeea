// Package config fills structs in structs after it has made them.
package config

import "os"

type HTTP struct{ Host, Port string }

type Config struct {
	API   HTTP
	Hooks *HTTP
}

func New() *Config {
	c := &Config{}
	c.API = HTTP{Port: "8151"}
	c.Hooks = &HTTP{Port: os.Getenv("HOOKS_PORT")}
	return c
}

// Local is what developers have.
func Local() *Config {
	c := New()
	c.Hooks.Port = "8152"
	return c
}

// Partner has a port that the platform chooses.
func Partner() HTTP {
	var h HTTP
	h.Port = os.Getenv("PARTNER_PORT")
	return h
}
