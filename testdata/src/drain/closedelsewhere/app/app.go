// Package app hands its stop to a closer.
package app

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"time"

	"drain/closedelsewhere/closer"
)

type App struct {
	srv *http.Server
	cl  *closer.Closer
}

func New(cl *closer.Closer) *App {
	a := &App{srv: &http.Server{Addr: ":" + port()}, cl: cl}
	cl.Add(a.stop)
	return a
}

func (a *App) stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return a.srv.Shutdown(ctx)
}

func (a *App) Start() {
	go func() {
		if err := a.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
}

func (a *App) Serve() error {
	if err := a.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (a *App) Run() error {
	a.cl.OnSignal()
	defer func() {
		a.cl.CloseAll()
		a.cl.Wait()
	}()
	return a.Serve()
}

func port() string {
	if p := os.Getenv("PORT"); p != "" {
		return p
	}
	return "8080"
}
