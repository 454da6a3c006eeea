// Package main takes the port from the environment, likewise.
package main

import (
	"context"
	"log"
	"os"
	"strconv"

	"portenv/prepares/web"
)

type app struct {
	config web.Config
	server *web.Server
}

func newApp(ctx context.Context) (*app, error) {
	a := &app{}
	for _, step := range []func(context.Context) error{a.initConfig, a.initServer} {
		if err := step(ctx); err != nil {
			return nil, err
		}
	}
	return a, nil
}

func (a *app) initConfig(context.Context) (err error) {
	a.config.Port, err = strconv.Atoi(os.Getenv("PORT"))
	return err
}

func (a *app) initServer(context.Context) (err error) {
	a.server, err = web.New(a.config)
	return err
}

func main() {
	a, err := newApp(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(a.server.Start())
}
