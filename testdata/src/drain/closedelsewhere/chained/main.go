// Package main waits in what it calls on what it has made.
package main

import (
	"log"

	"drain/closedelsewhere/app"
	"drain/closedelsewhere/closer"
)

func main() {
	if err := app.New(closer.New()).Run(); err != nil {
		log.Print(err)
	}

}
