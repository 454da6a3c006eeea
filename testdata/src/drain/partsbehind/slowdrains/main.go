// Package main puts a part of its own beside those of the package that runs them.
package main

import (
	"log"
	"os"
	"time"

	"drain/partsbehind/app"
)

type slow struct{}

func (slow) Stop() { time.Sleep(11 * time.Second) }

func main() {
	if err := app.Known(os.Getenv("ADDR"), slow{}).RunKnown(); err != nil {
		log.Print(err)
	}
}
