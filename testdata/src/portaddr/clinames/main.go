// Command clinames takes a port for an address.
package main

import (
	"net/http"
	"os"

	"github.com/urfave/cli/v2"
)

var flags = []cli.Flag{
	&cli.StringFlag{Name: "listen", Value: ":8080", EnvVars: []string{"PORT"}},
	&cli.StringFlag{Name: "name", Value: "x", EnvVars: []string{"NAME"}},
}

func main() {
	app := &cli.App{Flags: flags, Action: func(c *cli.Context) error {
		return http.ListenAndServe(c.String("listen"), nil) // want `PORT`
	}}
	_ = app.Run(os.Args)
}
