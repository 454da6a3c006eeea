// Command ended calls its hooks when the signal has come.
package main

import (
	"context"
	"log"
	"time"

	"go.uber.org/fx"

	"noshutdown/fxbegun/web"
)

func main() {
	app := fx.New(fx.Provide(web.New), fx.Invoke(func(*web.Server) {}))
	if err := app.Start(context.Background()); err != nil {
		log.Fatal(err)
	}
	<-app.Done()
	limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := app.Stop(limit); err != nil {
		log.Fatal(err)
	}
}
