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
	if err := a.RunToEnd(); err != nil {
		log.Fatal(err)
	}
}
