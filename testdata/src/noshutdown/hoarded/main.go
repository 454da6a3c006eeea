// Package main hands its servers to packages that keep them.
package main

import (
	"log"
	"os"

	"github.com/gofiber/fiber/v2"

	"noshutdown/hoarded/getter"
	"noshutdown/hoarded/guard"
	"noshutdown/hoarded/life"
	"noshutdown/hoarded/pages"
)

func main() {
	switch os.Getenv("MODE") {
	case "guarded":
		app := fiber.New()
		guard.Init(app)
		guard.Check()
		log.Fatal(app.Listen(os.Getenv("A"))) // want `never stopped by`
	case "paged":
		app := fiber.New()
		pages.New(app).Register()
		log.Fatal(app.Listen(os.Getenv("B"))) // want `never stopped by`
	case "stopped":
		app := fiber.New()
		life.Keep(app)
		log.Fatal(app.Listen(os.Getenv("C")))
	default:
		app := fiber.New()
		kept := getter.New(app)
		go stop(kept)
		log.Fatal(app.Listen(os.Getenv("D")))
	}
}

func stop(k *getter.Kept) { log.Print(k.App().Shutdown()) }
