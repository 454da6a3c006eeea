// Command plain leaves it as it is, and so it never ends.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/urfave/cli/v2"
)

func main() {
	app := &cli.App{Commands: []*cli.Command{{Name: "serve", Action: serve}}}
	if err := app.Run(os.Args); err != nil {
		log.Fatal(err)
	}
}

func serve(c *cli.Context) error {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed { // want `its Shutdown waits for a context that never ends`
			log.Fatal(err)
		}
	}()
	<-c.Context.Done()
	return srv.Shutdown(context.Background())
}
