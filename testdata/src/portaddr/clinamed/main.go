// Command clinamed takes an address for what it is.
package main

import (
	"net/http"
	"os"

	"github.com/urfave/cli/v2"
)

var flags = []cli.Flag{
	&cli.StringFlag{Name: "listen", Value: ":8080", EnvVars: []string{"LISTEN_ADDR"}},
	&cli.StringFlag{Name: "port", Value: "8080", EnvVars: []string{"PORT"}},
}

func main() {
	app := &cli.App{Flags: flags, Action: func(c *cli.Context) error {
		go func() { _ = http.ListenAndServe(":"+c.String("port"), nil) }()
		return http.ListenAndServe(c.String("listen"), nil)
	}}
	_ = app.Run(os.Args)
}
