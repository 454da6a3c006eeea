// Command urfaveenv names one.
package main

import (
	"net/http"
	"os"

	"github.com/urfave/cli/v2"
)

func main() {
	app := &cli.App{
		Flags: []cli.Flag{&cli.StringFlag{Name: "addr", Value: ":8080", EnvVars: []string{"LISTEN_ADDR"}}},
		Action: func(c *cli.Context) error {
			return http.ListenAndServe(c.String("addr"), http.FileServer(http.Dir(".")))
		},
	}
	app.Run(os.Args)
}
