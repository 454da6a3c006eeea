// Package main ends when fiber is told to stop.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"github.com/gofiber/fiber/v2"
)

func main() {
	app := fiber.New()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-quit
		_ = app.Shutdown()
	}()
	if err := app.Listen(os.Getenv("ADDR")); err != nil { // want `\(\*fiber.App\).Listen returns as soon as \(\*fiber.App\).Shutdown begins at main.go:\d+, and main ends`
		log.Fatal(err)
	}
	log.Print("bye")
}
