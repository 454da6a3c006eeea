// Command runs has somebody else end what it begins.
package main

import (
	"context"
	"log"

	"go.uber.org/fx"

	"noshutdown/fxbegun/web"
)

type application interface {
	Stop(context.Context) error
}

var running application

func main() {
	app := fx.New(fx.Provide(web.New), fx.Invoke(func(*web.Server) {}))
	running = app
	if err := app.Start(context.Background()); err != nil {
		log.Fatal(err)
	}
	<-app.Done()
	_ = running.Stop(context.Background())
}
