// Package main adds nothing to the parts of the package that runs them.
package main

import (
	"log"
	"os"

	"drain/partsbehind/app"
)

func main() {
	if err := app.Known(os.Getenv("ADDR")).RunKnown(); err != nil { // want `main ends without waiting for it`
		log.Print(err)
	}
}
