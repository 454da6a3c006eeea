// Package main is a service as echo's users write them: middleware, groups,
// static files, a server of its own through StartServer, and the graceful stop
// of echo's cookbook.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

func main() {
	e := echo.New()
	e.HideBanner = true
	e.Use(middleware.Logger(), middleware.Recover())
	e.Static("/assets", "public")
	e.GET("/health", func(c echo.Context) error { return c.String(http.StatusOK, "ok") })
	admin := e.Group("/admin", middleware.BasicAuth(func(user, password string, c echo.Context) (bool, error) {
		return user == "admin", nil
	}))
	admin.GET("/users/:id", func(c echo.Context) error { return c.String(http.StatusOK, c.Param("id")) })

	s := &http.Server{Addr: addr(), ReadTimeout: 5 * time.Minute}
	go func() {
		if err := e.StartServer(s); err != nil && err != http.ErrServerClosed {
			e.Logger.Fatal("shutting down the server")
		}
	}()

	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := s.Shutdown(ctx); err != nil {
		e.Logger.Fatal(err)
	}
}

func addr() string {
	if port, ok := os.LookupEnv("PORT"); ok {
		return ":" + port
	}
	return ":1323"
}
