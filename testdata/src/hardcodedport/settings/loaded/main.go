// Package main reads the settings from a file.
package main

import (
	"log"
	"os"

	"hardcodedport/settings/config"
	"hardcodedport/settings/engine"
)

func main() {
	c, err := config.Load(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(engine.New(c).Start())
}
