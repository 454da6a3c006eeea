// Package main leaves what the group has begun. want `main ends without waiting`
package main

import (
	"log"

	"drain/actorgroup/actors"
)

func main() {
	a, err := actors.Begun() // want `main ends without waiting for the drain of a server that this call leaves to a goroutine`
	if err != nil {
		log.Fatal(err)
	}
	if err := a.Run(); err != nil {
		log.Print(err)
	}
}
