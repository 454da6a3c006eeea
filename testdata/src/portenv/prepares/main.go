// Package main runs what a package makes in methods of its own.
package main

import (
	"context"
	"log"

	"portenv/prepares/app"
)

func main() {
	a, err := app.New(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(a.Run()) // want `no environment variable can set the port`
}
