// Package config says where two servers listen.
package config

import (
	"cmp"
	"os"
)

type Config struct{ API, Admin, Hooks string }

func New() *Config {
	c := &Config{}
	c.API = ":" + cmp.Or(os.Getenv("PORT"), "8161")
	c.Admin = ":" + cmp.Or(os.Getenv("ADMIN_PORT"), "8161")
	c.Hooks = ":" + cmp.Or(os.Getenv("HOOKS_PORT"), "8162")
	return c
}
