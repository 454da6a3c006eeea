// Package main waits for what it has begun, by way of a group.
package main

import (
	"log"

	"drain/actorgroup/actors"
)

func main() {
	a, err := actors.New()
	if err != nil {
		log.Fatal(err)
	}
	if err := a.Run(); err != nil {
		log.Print(err)
	}
}
