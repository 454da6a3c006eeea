// Command inside has all of it in one package.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"go.uber.org/fx"
)

func main() {
	app := fx.New(fx.Invoke(serve))
	if err := app.Start(context.Background()); err != nil { // want `nothing stops what is started here`
		log.Fatal(err)
	}
	<-app.Done()
}

func serve(lc fx.Lifecycle) {
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: http.FileServer(http.Dir("."))}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go func() {
				if err := srv.ListenAndServe(); err != http.ErrServerClosed {
					log.Fatal(err)
				}
			}()
			return nil
		},
		OnStop: srv.Shutdown,
	})
}
