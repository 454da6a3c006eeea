// Package main has another package's server started and never stopped.
package main

import (
	"context"
	"log"

	"go.uber.org/fx"

	"noshutdown/begunelsewhere/web"
)

func main() {
	app := fx.New(web.Module)
	if err := app.Start(context.Background()); err != nil { // want `nothing stops what is started here`
		log.Fatal(err)
	}
	<-app.Done()
}
