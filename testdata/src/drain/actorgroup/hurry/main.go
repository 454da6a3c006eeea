// Package main leaves what the group begins aside. want `main ends without waiting`
package main

import (
	"log"

	"drain/actorgroup/actors"
)

func main() {
	a, err := actors.Aside() // want `Serve returns as soon as its server is told to stop`
	if err != nil {
		log.Fatal(err)
	}
	if err := a.Run(); err != nil {
		log.Print(err)
	}
}
