// Command fxbegun ends when the signal has come, and its hooks with it.
package main

import (
	"context"

	"go.uber.org/fx"

	"noshutdown/fxbegun/web"
)

func main() {
	app := application()
	if err := app.Start(context.Background()); err != nil { // want `nothing stops what is started here, and so the Shutdown of the server that is started by \(\*http.Server\).ListenAndServe at web.go:\d+ is never called`
		panic(err)
	}
	<-app.Done()
}

func application() *fx.App {
	return fx.New(fx.Provide(web.New), fx.Invoke(func(*web.Server) {}))
}
