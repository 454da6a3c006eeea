// Package main ends when all stops have begun.
package main

import (
	"context"
	"log"

	"drain/hooksaside/hasty"
	"drain/hooksaside/server"
)

func main() {
	lc := new(hasty.Lifecycle)
	server.RegisterHasty(lc)
	if err := lc.Run(context.Background()); err != nil { // want `main ends without waiting for \(\*http.Server\).Shutdown, which is called in a goroutine \(at hasty.go:37\)`
		log.Fatal(err)
	}
}
