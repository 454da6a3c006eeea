// Package app runs a server, and stops the parts of a program behind it.
package app

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Part is a part of a program.
type Part interface{ Stop() }

// App is a program.
type App struct {
	http  *http.Server
	parts []Part
	hooks []func()
	logs  []Logged
}

// OnStop has f called at the end.
func (a *App) OnStop(f func()) { a.hooks = append(a.hooks, f) }

// RunHooks is Run for a program of functions.
func (a *App) RunHooks() error {
	go a.drain()
	if err := a.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	for _, hook := range a.hooks {
		hook()
	}
	return nil
}

// RunThen is Run, and calls last at the end.
func (a *App) RunThen(last func()) error {
	go a.drain()
	if err := a.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	last()
	return nil
}

// New returns a program of parts.
func New(addr string, parts ...Part) *App {
	return &App{http: &http.Server{Addr: addr}, parts: parts}
}

// Over returns a program of parts that serves handler.
func Over(handler http.Handler, parts ...Part) *App {
	return &App{http: &http.Server{Addr: os.Getenv("ADDR"), Handler: handler}, parts: parts}
}

// Drain drains.
func (a *App) Drain() {
	limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := a.http.Shutdown(limit); err != nil {
		log.Print(err)
	}
}

// Run serves until the program is told to stop, and stops its parts then.
func (a *App) Run() error {
	go a.drain()
	if err := a.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	for _, part := range a.parts {
		part.Stop()
	}
	return nil
}

func (a *App) drain() {
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	<-told
	limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := a.http.Shutdown(limit); err != nil {
		log.Print(err)
	}
}

// Known returns a program of parts, of which this package has one.
func Known(addr string, logs ...Logged) *App {
	return &App{http: &http.Server{Addr: addr}, logs: append(logs, &file{os.Stderr})}
}

// Logged is a part that logs.
type Logged interface{ Stop() }

type file struct{ f *os.File }

// Stop closes the file.
func (f *file) Stop() {
	if err := f.f.Close(); err != nil {
		log.Print(err)
	}
}

// RunKnown is Run for parts that log.
func (a *App) RunKnown() error {
	go a.drain()
	if err := a.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	for _, part := range a.logs {
		part.Stop()
	}
	return nil
}
