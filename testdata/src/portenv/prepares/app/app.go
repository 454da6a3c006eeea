// Package app puts a program together, step by step.
package app

import (
	"context"
	"encoding/json"
	"os"

	"portenv/prepares/web"
)

// App is the program.
type App struct {
	config struct {
		HTTP web.Config `json:"http"`
	}
	server *web.Server
}

// New returns the program, with all that it needs.
func New(ctx context.Context) (*App, error) {
	a := &App{}
	for _, step := range []func(context.Context) error{a.initConfig, a.initServer} {
		if err := step(ctx); err != nil {
			return nil, err
		}
	}
	return a, nil
}

func (a *App) initConfig(context.Context) error {
	f, err := os.Open("config.json")
	if err != nil {
		return err
	}
	defer f.Close()
	return json.NewDecoder(f).Decode(&a.config)
}

func (a *App) initServer(context.Context) (err error) {
	a.server, err = web.New(a.config.HTTP)
	return err
}

// Run serves until that fails.
func (a *App) Run() error { return a.server.Start() }
