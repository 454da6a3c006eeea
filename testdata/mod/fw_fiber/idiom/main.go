// Package main is a service as fiber's users write them: its middleware, among
// it the health check, groups, a mounted app, static files, and the graceful
// stop of fiber's recipes.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/cors"
	"github.com/gofiber/fiber/v2/middleware/healthcheck"
	"github.com/gofiber/fiber/v2/middleware/logger"
	"github.com/gofiber/fiber/v2/middleware/recover"
)

func main() {
	app := fiber.New(fiber.Config{AppName: "idiom"})
	app.Use(recover.New())
	app.Use(logger.New(), cors.New())
	app.Use(healthcheck.New())
	app.Static("/public", "./public")

	v1 := app.Group("/api").Group("/v1")
	v1.Get("/list", func(c *fiber.Ctx) error { return c.SendString("[]") })
	micro := fiber.New()
	micro.Get("/doe", func(c *fiber.Ctx) error { return c.SendStatus(fiber.StatusOK) })
	app.Mount("/john", micro)

	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	done := make(chan struct{})
	go func() {
		defer close(done)
		<-c
		if err := app.Shutdown(); err != nil {
			log.Print(err)
		}
	}()

	port := os.Getenv("PORT")
	if port == "" {
		port = "3000"
	}
	if err := app.Listen(":" + port); err != nil {
		log.Panic(err)
	}
	<-done
}
