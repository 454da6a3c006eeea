// Command helperaside has a hook that leaves its drain, which a function of another package
// does, to a goroutine.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"go.uber.org/fx"

	"drain/helperaside/web"
)

func main() {
	fx.New(fx.Provide(server), fx.Invoke(start)).Run()
}

func server() *http.Server { return &http.Server{Addr: os.Getenv("ADDR")} }

func start(lc fx.Lifecycle, srv *http.Server) {
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go func() {
				if err := srv.ListenAndServe(); err != http.ErrServerClosed {
					log.Fatal(err)
				}
			}()
			return nil
		},
		OnStop: func(context.Context) error {
			go web.Stop(srv) // want `its hook ends without waiting for web.Stop, which runs in a goroutine`
			return nil
		},
	})
	admin := &http.Server{Addr: os.Getenv("ADMIN_ADDR")}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go admin.ListenAndServe()
			return nil
		},
		OnStop: func(context.Context) error {
			go func() {
				log.Print("stopping")
				web.Stop(admin) // want `its hook ends without waiting for web.Stop, which runs in a goroutine`
			}()
			return nil
		},
	})
}
