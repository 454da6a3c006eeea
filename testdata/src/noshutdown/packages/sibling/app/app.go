// Package app starts servers that another package keeps.
package app

import (
	"net"
	"os"

	"noshutdown/packages/sibling/held"
)

// App is made of what main puts together.
type App struct {
	Stopped *held.Stopped
	Kept    *held.Kept
}

// New returns an App.
func New(s *held.Stopped, k *held.Kept) *App { return &App{Stopped: s, Kept: k} }

// Run serves until it is told to stop.
func (a *App) Run(stop <-chan os.Signal) {
	go a.serve()
	<-stop
	a.Stopped.Down()
}

func (a *App) serve() error {
	l, err := net.Listen("tcp", ":"+os.Getenv("PORT"))
	if err != nil {
		return err
	}
	srv := a.Stopped.Server
	return srv.Serve(l)
}

// Forever serves what nobody stops.
func (a *App) Forever() error {
	l, err := net.Listen("tcp", ":"+os.Getenv("ADMIN_PORT"))
	if err != nil {
		return err
	}
	return a.Kept.Server.Serve(l)
}
