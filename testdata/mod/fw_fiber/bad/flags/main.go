// Package main takes the port from the command line only.
package main

import (
	"flag"
	"log"
	"net"

	"github.com/gofiber/fiber/v2"
)

func main() {
	port := flag.String("port", "3000", "port to listen on")
	flag.Parse()

	app := fiber.New(fiber.Config{Prefork: false})
	app.Route("/orders", func(r fiber.Router) {
		r.Get("/", func(c *fiber.Ctx) error { return c.SendString("[]") })
	})

	ln, err := net.Listen("tcp", ":9000") // want `hardcodedport: port "9000"`
	if err != nil {
		log.Fatal(err)
	}
	go fiber.New().Listener(ln) // want `noshutdown: .* never stopped by` `nohealth: no route of this program`

	log.Fatal(app.Listen(":" + *port)) // want `noshutdown: .* never stopped by`
}
