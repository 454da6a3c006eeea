// Package main has flags of urfave/cli.
package main

import (
	"fmt"
	"net/http"
	"os"

	"github.com/urfave/cli/v2"
)

func main() {
	var port int
	app := &cli.App{
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "addr", Value: ":8080"},
			&cli.IntFlag{Name: "port", Value: 8080, Destination: &port},
		},
		Action: func(c *cli.Context) error {
			go http.ListenAndServe(c.String("addr"), nil)
			go http.ListenAndServe(fmt.Sprintf(":%d", c.Int("port")), nil)
			return http.ListenAndServe(fmt.Sprintf(":%d", port), nil)
		},
	}
	app.Run(os.Args)
}

func fixed() *cli.Command {
	return &cli.Command{Name: "fixed", Action: func(*cli.Context) error {
		return http.ListenAndServe(":8901", nil) // want `port "8901"`
	}}
}
