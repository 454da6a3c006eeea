// Package main can be reached.
package main

import (
	"os"

	"loopbackbind/programs/shared"
)

func main() {
	s := &shared.Server{Host: "0.0.0.0", Port: os.Getenv("PORT")}
	s.Run()
}
