// Package main has a configuration that a library makes.
package main

import (
	"github.com/caarlos0/env/v11"
	"net/http"
)

func main() {}

type envOther struct{ Addr string }

func listen() {
	cfg, _ := env.ParseAs[envOther]()
	if cfg.Addr == "" {
		cfg.Addr = ":8080"
	}
	http.ListenAndServe(cfg.Addr, nil)
}
