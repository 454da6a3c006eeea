// Package main hands over what waits behind the server.
package main

import (
	"log"
	"os"
	"time"

	"drain/partsbehind/app"
)

func main() {
	a := app.New(os.Getenv("ADDR"))
	if err := a.RunThen(func() { time.Sleep(11 * time.Second) }); err != nil {
		log.Print(err)
	}
}
