// Package main lets its host be chosen.
package main

import (
	"cmp"
	"os"

	"loopbackbind/programs/shared"
)

func main() {
	s := &shared.Server{Host: cmp.Or(os.Getenv("HOST"), "127.0.0.1"), Port: "8080"}
	s.Run()
}
