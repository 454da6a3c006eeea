// Package main waits for an actor that waits for the drain.
package main

import (
	"log"

	"drain/actorgroup/actors"
)

func main() {
	a, err := actors.Waits()
	if err != nil {
		log.Fatal(err)
	}
	if err := a.Run(); err != nil {
		log.Print(err)
	}
}
