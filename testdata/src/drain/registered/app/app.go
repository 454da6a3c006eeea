// Package app has the server of a program, which it makes step by step and stops by a closer.
package app

import (
	"context"
	"errors"
	"net/http"
	"os"
	"time"

	"drain/registered/closer"
)

// App is the program.
type App struct{ srv *http.Server }

// New makes it.
func New(ctx context.Context) (*App, error) {
	a := new(App)
	for _, step := range []func(context.Context) error{a.initServer, a.initStop} {
		if err := step(ctx); err != nil {
			return nil, err
		}
	}
	return a, nil
}

func (a *App) initServer(context.Context) error {
	port := os.Getenv("PORT")
	if port == "" {
		return errors.New("PORT is not set")
	}
	a.srv = &http.Server{Addr: ":" + port}
	return nil
}

func (a *App) initStop(context.Context) error {
	closer.Add(func() error {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return a.srv.Shutdown(ctx)
	})
	return nil
}

// Run serves until the server is told to stop.
func (a *App) Run() error {
	if err := a.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// RunToEnd serves until all is closed.
func (a *App) RunToEnd() error {
	defer func() {
		closer.CloseAll()
		closer.Wait()
	}()
	return a.Run()
}
