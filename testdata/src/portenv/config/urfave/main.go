// Command urfave names no variable for its flag.
package main

import (
	"net/http"
	"os"

	"github.com/urfave/cli/v2"
)

func main() {
	app := &cli.App{
		Flags: []cli.Flag{&cli.StringFlag{Name: "addr", Value: ":8080"}},
		Action: func(c *cli.Context) error {
			return http.ListenAndServe(c.String("addr"), http.FileServer(http.Dir("."))) // want "it comes from flag -addr"
		},
	}
	app.Run(os.Args)
}
