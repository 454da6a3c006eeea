// Package main serves with fiber, whose Listen returns nil when it is stopped.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/gofiber/fiber/v2"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	checked(ctx)
	fatal(ctx)
	limited(ctx)
	ended(ctx)
}

// checked is right: nil is no reason to end.
func checked(ctx context.Context) {
	app := fiber.New()
	go func() {
		if err := app.Listen(os.Getenv("ADDR")); err != nil {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	_ = app.Shutdown()
}

func fatal(ctx context.Context) {
	app := fiber.New()
	go func() {
		log.Fatal(app.Listen(os.Getenv("ADDR"))) // want `\(\*fiber.App\).Listen returns as soon as \(\*fiber.App\).Shutdown begins`
	}()
	<-ctx.Done()
	_ = app.Shutdown()
}

func limited(ctx context.Context) {
	app := fiber.New()
	go func() { log.Print(app.Listen(os.Getenv("ADDR"))) }()
	<-ctx.Done()
	_ = app.ShutdownWithTimeout(10 * time.Second)
	_ = app.ShutdownWithTimeout(60 * time.Second) // want `\(\*fiber.App\).ShutdownWithTimeout waits up to 1m0s`
}

func ended(ctx context.Context) {
	app := fiber.New()
	go func() { log.Print(app.Listen(os.Getenv("ADDR"))) }()
	<-ctx.Done()
	_ = app.ShutdownWithContext(ctx) // want `the context given to \(\*fiber.App\).ShutdownWithContext has already ended`
	_ = app.ShutdownWithContext(context.WithoutCancel(ctx))
}
