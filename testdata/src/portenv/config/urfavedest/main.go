// Command urfavedest has the flag write to a variable.
package main

import (
	"net/http"
	"os"

	"github.com/urfave/cli/v2"
)

func main() {
	var addr string
	app := &cli.App{
		Flags: []cli.Flag{&cli.StringFlag{Name: "addr", Value: ":8080", EnvVars: []string{"ADDR"}, Destination: &addr}},
		Action: func(*cli.Context) error {
			return http.ListenAndServe(addr, http.FileServer(http.Dir(".")))
		},
	}
	app.Run(os.Args)
}
