// Command fiber has a flag for its framework.
package main

import (
	"flag"
	"log"

	"github.com/gofiber/fiber/v2"
)

func main() {
	port := flag.String("port", "3000", "port")
	flag.Parse()
	app := fiber.New()
	log.Fatal(app.Listen(":" + *port)) // want "it comes from flag -port"
}
