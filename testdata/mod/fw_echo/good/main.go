// Package main takes its port from PORT and answers open requests before it
// ends. An echo without an address listens on a port that the system chooses.
package main

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/labstack/echo/v4"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	spare := echo.New()
	go func() { spare.Logger.Info(spare.Start("")) }()
	defer spare.Shutdown(context.Background())

	e := echo.New()
	e.GET("/healthz", func(c echo.Context) error { return c.NoContent(http.StatusOK) })
	failed := make(chan error, 1)
	go func() { failed <- e.Start(":" + cmp.Or(os.Getenv("PORT"), "1323")) }()
	select {
	case err := <-failed:
		e.Logger.Fatal(err)
	case <-ctx.Done():
		stop()
	}
	drain, cancel := context.WithTimeout(context.Background(), 8*time.Second)
	defer cancel()
	if err := e.Shutdown(drain); err != nil {
		e.Logger.Fatal(err)
	}
	if err := <-failed; !errors.Is(err, http.ErrServerClosed) {
		e.Logger.Fatal(err)
	}
}
