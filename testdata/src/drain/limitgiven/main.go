// Package main tells how long to drain.
package main

import (
	"log"
	"os"
	"time"

	"drain/limitgiven/app"
)

func grace(quick bool) time.Duration {
	if quick {
		return time.Second
	}
	return time.Hour
}

func main() {
	addr := os.Getenv("ADDR")
	switch os.Args[1] {
	case "long":
		log.Print(app.Run(addr, 2*time.Minute)) // want `Shutdown waits up to 2m0s for requests in flight \(at web.go:40\), longer than`
	case "short":
		log.Print(app.Run(addr, 20*time.Second))
	case "perhaps":
		log.Print(app.Run(addr, grace(len(os.Args) > 2)))
	default:
		app.Patient(addr)
	}
}
