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
		api.NewBased(os.Getenv("BASED")), // want `requests run in the context that \(\*api.Based\).Start is given at app.go:\d+, which ends before its server is stopped`
	))
	if err := a.Run(); err != nil {
		log.Fatal(err)
	}
}
