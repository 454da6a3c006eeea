// Package main has two ports of one default, in tags.
package main

import (
	"log"
	"net/http"

	"github.com/caarlos0/env/v11"
)

type config struct {
	Port  string `env:"PORT" envDefault:"8171"`
	Admin string `env:"ADMIN_PORT" envDefault:"8171"`
	Hooks string `env:"HOOKS_PORT" envDefault:"8172"`
}

func load() (c config, err error) {
	err = env.Parse(&c)
	return c, err
}

func main() {
	c, err := load()
	if err != nil {
		log.Fatal(err)
	}
	go func() { log.Fatal(http.ListenAndServe(":"+c.Port, nil)) }()
	go func() { log.Fatal(http.ListenAndServe(":"+c.Hooks, nil)) }()
	log.Fatal(http.ListenAndServe(":"+c.Admin, nil)) // want `port "8171" is that of http.ListenAndServe at main.go:27, too`
}
