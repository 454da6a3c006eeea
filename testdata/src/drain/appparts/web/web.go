// Package web serves pages.
package web

import (
	"context"
	"errors"
	"net/http"
	"os"
	"time"
)

// App is a server.
type App struct{ srv *http.Server }

// New makes one.
func New() *App { return &App{&http.Server{Addr: os.Getenv("ADDR")}} }

// MustRun serves.
func (a *App) MustRun() {
	if err := a.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		panic(err)
	}
}

// Stop drains the server.
func (a *App) Stop() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	a.srv.Shutdown(ctx)
}
