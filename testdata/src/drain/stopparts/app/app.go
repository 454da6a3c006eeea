// Package app knows its parts by an interface, and hands on the context that it is given.
package app

import (
	"context"
	"errors"
	"net/http"

	"drain/stopparts/web"
)

type part interface {
	Start() error
	Stop(ctx context.Context) error
}

type queue struct{ jobs chan string }

func (q *queue) Start() error               { return nil }
func (q *queue) Stop(context.Context) error { close(q.jobs); return nil }

// App has a server among its parts.
type App struct{ parts []part }

func New(addr string, h http.Handler) *App {
	return &App{parts: []part{&queue{make(chan string)}, web.New(addr, h)}}
}

func (a *App) Start() error {
	for _, p := range a.parts {
		if err := p.Start(); err != nil {
			return err
		}
	}
	return nil
}

func (a *App) Stop(ctx context.Context) (err error) {
	for _, p := range a.parts {
		err = errors.Join(err, p.Stop(ctx))
	}
	return err
}

// closer has nothing that drains behind it.
type closer interface {
	Close(ctx context.Context) error
}

type file struct{}

func (file) Close(context.Context) error { return nil }

// Files are closed.
type Files struct{ all []closer }

func NewFiles() *Files { return &Files{all: []closer{file{}}} }

func (f *Files) Stop(ctx context.Context) (err error) {
	for _, c := range f.all {
		err = errors.Join(err, c.Close(ctx))
	}
	return err
}
