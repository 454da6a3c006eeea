// Command echo does as routed does, with echo and a middleware of its own.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/labstack/echo/v4"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, syscall.SIGINT, syscall.SIGTERM)
	e := echo.New()
	go func() {
		<-sig
		cancel()
		within, stop := context.WithTimeout(context.Background(), 5*time.Second)
		defer stop()
		if err := e.Shutdown(within); err != nil {
			log.Print(err)
		}
	}()
	e.Use(func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error { return next(c) }
	})
	routes(e)
	go func() {
		if err := e.Start(os.Getenv("ADDR")); err != http.ErrServerClosed { // want `main ends without waiting for it`
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
}

func routes(e *echo.Echo) {
	e.GET("/orders", func(c echo.Context) error { return nil })
	g := e.Group("/admin")
	g.GET("/users", func(c echo.Context) error { return nil })
}
