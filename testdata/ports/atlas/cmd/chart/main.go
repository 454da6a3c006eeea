// Command chart draws the sea.
package main

import (
	"log"

	"example.com/atlas/internal/config"
	"example.com/atlas/internal/web"
)

func main() {
	config.Load()
	log.Fatal(web.Serve())
}
