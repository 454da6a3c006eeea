// Package main has another package's server stopped, too.
package main

import (
	"context"
	"log"

	"go.uber.org/fx"

	"noshutdown/begunelsewhere/web"
)

func main() {
	app := fx.New(web.Module)
	if err := app.Start(context.Background()); err != nil {
		log.Fatal(err)
	}
	<-app.Done()
	log.Print(app.Stop(context.Background()))
}
