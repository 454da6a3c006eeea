// Package main is a tool with subcommands.
package main

import (
	"net/http"
	"os"

	"github.com/urfave/cli/v2"
)

func main() {
	app := &cli.App{
		Commands: []*cli.Command{
			{Name: "preview", Action: func(*cli.Context) error { return http.ListenAndServe("localhost:8101", nil) }},
			{Name: "serve", Action: func(*cli.Context) error {
				return http.ListenAndServe("localhost:8102", nil) // want `host "localhost"`
			}},
			{Name: "open", Action: open},
		},
	}
	app.Run(os.Args)
}

func open(*cli.Context) error { return http.ListenAndServe("localhost:8103", nil) }
