// Package main can be reached from nowhere.
package main

import (
	"os"

	"loopbackbind/programs/shared"
)

func main() {
	s := &shared.Server{Host: "localhost", Port: os.Getenv("PORT")} // want `host "localhost".*passed to http.ListenAndServe at .*shared.go:11`
	s.Run()
}
