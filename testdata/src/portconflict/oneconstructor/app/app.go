// Package app starts servers that one constructor makes.
package app

import (
	"net/http"

	"portconflict/oneconstructor/config"
)

type server struct{ http *http.Server }

func newServer(addr string) *server { return &server{http: &http.Server{Addr: addr}} }

func (s *server) start(failed chan<- error) {
	go func() { failed <- s.http.ListenAndServe() }()
}

// App has two servers.
type App struct {
	api, other *server
	failed     chan error
}

// New has a public server and one for the operator.
func New(c *config.Config) *App {
	return &App{api: newServer(c.API), other: newServer(c.Admin), failed: make(chan error, 2)}
}

// WithHooks has a public server and one for those who call back.
func WithHooks(c *config.Config) *App {
	return &App{api: newServer(c.API), other: newServer(c.Hooks), failed: make(chan error, 2)}
}

// Run runs both.
func (a *App) Run() error {
	a.api.start(a.failed)
	a.other.start(a.failed)
	return <-a.failed
}
