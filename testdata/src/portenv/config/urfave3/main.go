// Command urfave3 names its variable among the sources.
package main

import (
	"context"
	"net/http"
	"os"

	"github.com/urfave/cli/v3"
)

func main() {
	cmd := &cli.Command{
		Flags: []cli.Flag{&cli.StringFlag{Name: "addr", Value: ":8080", Sources: cli.EnvVars("APP_ADDR", "ADDR")}},
		Action: func(_ context.Context, cmd *cli.Command) error {
			return http.ListenAndServe(cmd.String("addr"), http.FileServer(http.Dir(".")))
		},
	}
	cmd.Run(context.Background(), os.Args)
}
