// Package main hands servers over to what starts and stops them.
package main

import (
	"log"
	"os"

	"drain/transports/api"
	"drain/transports/app"
)

func main() {
	a := app.New(app.Servers(
		api.NewWaits(os.Getenv("WAITS")),
		api.NewHasty(os.Getenv("HASTY")), // want `\(\*api.Hasty\).Stop leaves its drain to a goroutine, and main ends without waiting for that \(it is called at app.go:\d+\)`
	))
	if err := a.Run(); err != nil {
		log.Fatal(err)
	}
}
