// Package main uses the settings as they are written.
package main

import (
	"log"

	"hardcodedport/settings/config"
	"hardcodedport/settings/engine"
)

func main() {
	log.Fatal(engine.New(config.New()).Start()) // want `port "8603" is hardcoded`
}
