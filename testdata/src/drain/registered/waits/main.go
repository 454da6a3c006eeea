package main

import (
	"context"
	"log"

	"drain/registered/app"
	"drain/registered/closer"
)

func main() {
	a, err := app.New(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	if err := a.Run(); err != nil {
		log.Fatal(err)
	}
	closer.Wait()
}
