// Package main leaves the signals to another package.
package main

import (
	"log"
	"os"

	"drain/ownsignal/kit"
)

func main() {
	s := kit.New(os.Getenv("ADDR"))
	if err := s.Run(); err != nil { // want `returns as soon as its server is told to stop, and main ends without waiting`
		log.Fatal(err)
	}
}
