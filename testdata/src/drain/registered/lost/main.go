package main

import (
	"context"
	"log"

	"drain/registered/app"
)

func main() {
	a, err := app.New(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	if err := a.Run(); err != nil { // want "main ends without waiting for it"
		log.Fatal(err)
	}
}
