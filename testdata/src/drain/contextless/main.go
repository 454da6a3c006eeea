// Command contextless gives its drains nil for a context, which they ask for its end while they
// wait.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("A_ADDR")}
	second := &http.Server{Addr: os.Getenv("B_ADDR")}
	third := &http.Server{Addr: os.Getenv("C_ADDR")}
	e := echo.New()
	app := fiber.New()
	go serve(srv.ListenAndServe)
	go serve(second.ListenAndServe)
	go serve(third.ListenAndServe)
	go serve(func() error { return e.Start(os.Getenv("D_ADDR")) })
	go serve(func() error { return app.Listen(os.Getenv("E_ADDR")) })
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGTERM)
	<-quit
	srv.Shutdown(nil) // want `is given nil for its context, so it panics`
	var ctx context.Context
	if err := second.Shutdown(ctx); err != nil { // want `is given nil for its context`
		log.Print(err)
	}
	halt(third, nil)                 // want `is given nil for its context`
	e.Shutdown(context.Context(nil)) // want `is given nil for its context`
	app.ShutdownWithContext(nil)     // want `is given nil for its context`
}

func serve(start func() error) {
	if err := start(); err != nil && err != http.ErrServerClosed {
		log.Fatal(err)
	}
}

func halt(srv *http.Server, ctx context.Context) {
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}
